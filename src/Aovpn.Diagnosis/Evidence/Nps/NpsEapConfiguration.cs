using System.Buffers.Binary;
using System.Collections.Immutable;

namespace Aovpn.Diagnosis.Evidence.Nps;

/// <summary>
/// The value of msEAPConfiguration. Its layout is not documented; ours is what exports show: the EAP type in 16 bytes, the length of the
/// rest after that number itself, and at 32 (PEAP) or 36 (EAP-TLS) the length and bytes of the server certificate's SHA-1. In PEAP a
/// number follows, and then the inner methods to the very end: 1, length, EAP type, settings. What does not fit is not read.
/// </summary>
/// <param name="Type">EAP type: 25 PEAP, 13 EAP-TLS.</param>
/// <param name="ServerCertificate">SHA-1 in lower-case hex; null when none is shown.</param>
/// <param name="InnerTypes">EAP types inside PEAP; null when they cannot be told.</param>
internal sealed record NpsEapConfiguration(int Type, string? ServerCertificate, ImmutableArray<int>? InnerTypes)
{
    public const int Peap = 25;
    public const int EapTls = 13;

    private const int TypeLength = 16;
    private const int ThumbprintLength = 20;
    private const int ShortestInner = 12;
    private const int HighestType = 255;

    /// <returns>Null for what is no hex or too short for a type.</returns>
    public static NpsEapConfiguration? Of(string hex)
    {
        if (TypeOf(hex) is not { } type)
            return null;
        var value = Bytes(hex)!;
        var hash = type switch { Peap => 32, EapTls => 36, _ => value.Length };
        if (value.Length < hash + 4 + ThumbprintLength || Number(value, TypeLength) != value.Length - TypeLength - 4 || Number(value, hash) != ThumbprintLength)
            return new(type, null, null);

        var inner = hash + 4 + ThumbprintLength;
        var thumbprint = value.AsSpan(hash + 4, ThumbprintLength);
        return new(type, thumbprint.ContainsAnyExcept((byte)0) ? Convert.ToHexStringLower(thumbprint) : null, type == Peap ? Inner(value, inner + 4) : null);
    }

    /// <summary>The EAP type of a value of msNPAllowedEapType: one number, then zeros.</summary>
    public static int? TypeOf(string hex) =>
        Bytes(hex) is { Length: >= TypeLength } value && value[0] != 0 && !value.AsSpan(1, TypeLength - 1).ContainsAnyExcept((byte)0) ? value[0] : null;

    private static ImmutableArray<int>? Inner(byte[] value, int at)
    {
        var types = ImmutableArray.CreateBuilder<int>();
        while (at <= value.Length - ShortestInner)
        {
            var (length, type) = (Number(value, at + 4), Number(value, at + 8));
            if (Number(value, at) != 1 || length < ShortestInner || length > value.Length - at || type is 0 or > HighestType)
                return null;
            types.Add((int)type);
            at += (int)length;
        }

        return at == value.Length && types.Count > 0 ? types.ToImmutable() : null;
    }

    private static uint Number(byte[] value, int at) => BinaryPrimitives.ReadUInt32LittleEndian(value.AsSpan(at, 4));

    private static byte[]? Bytes(string hex)
    {
        var digits = string.Concat(hex.Where(letter => !char.IsWhiteSpace(letter)));
        return digits.Length % 2 == 0 && digits.All(char.IsAsciiHexDigit) ? Convert.FromHexString(digits) : null;
    }
}
