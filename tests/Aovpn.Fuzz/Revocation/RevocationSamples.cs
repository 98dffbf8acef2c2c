using System.Formats.Asn1;
using Aovpn.Diagnosis.Trust.Revocation;

namespace Aovpn.Fuzz.Revocation;

/// <summary>A certificate and its authority, about which lists and responses are made; and what their signatures are over.</summary>
internal static class RevocationSamples
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Authority { get; } = Bytes("authority.der");

    public static byte[] Server { get; } = Bytes("server.der");

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(FuzzTargets.Samples("revocation"), name));

    /// <summary>Judges an input as a client in the week in which the samples were made.</summary>
    /// <param name="signed">What the authority signed in the seeds.</param>
    /// <returns>Whether it was read as what it should be, if about something else.</returns>
    /// <exception cref="WrongAnswerException">Something was believed that the authority never signed.</exception>
    public static bool Run(byte[] input, Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>, ReadOnlyMemory<byte>, DateTimeOffset, RevocationJudgement> judge, IReadOnlyList<byte[]> signed)
    {
        var judged = judge(input, Server, Authority, Now);
        if (judged.Answer is RevocationAnswer.Good or RevocationAnswer.Revoked or RevocationAnswer.OutOfDate && !signed.Any(one => input.AsSpan().IndexOf(one) >= 0))
            throw new WrongAnswerException("an answer is believed that the authority did not sign");
        judge(input, Server, default, Now);
        return judged.Problem?.StartsWith("it is no ", StringComparison.Ordinal) is not true;
    }

    /// <summary>The first member of a signed sequence.</summary>
    public static byte[] Signed(ReadOnlyMemory<byte> sequence) => new AsnReader(sequence, AsnEncodingRules.DER).ReadSequence().PeekEncodedValue().ToArray();
}
