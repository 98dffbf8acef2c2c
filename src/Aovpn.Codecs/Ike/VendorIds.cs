using System.Collections.Immutable;
using System.Text;

namespace Aovpn.Codecs.Ike;

/// <summary>What known vendor identifiers say. Numbers: MS-IKEE §1.7 and §2.2 for Microsoft's, each vendor's publications for the rest.</summary>
public static class VendorIds
{
    /// <summary>MD5 of "MS NT5 ISAKMPOAKLEY"; four bytes that follow say which Windows.</summary>
    private const string MicrosoftPrefix = "1E2B516905991C7D7C96FCBFB587E461";

    private static readonly ImmutableArray<(string Prefix, string Meaning)> Known =
    [
        ("FB1DE3CDF341B7EA16B7E5BE0855F120", "Microsoft: Negotiation Discovery Capable"),
        ("26244D38EDDB61B3172A36E3D0CFB819", "Microsoft: Vid-Initial-Contact"),
        ("E3A5966A76379FE707228231E5CE8652", "Microsoft: IKE CGA version 1"),
        ("214CA4FAFFA7F32D6748E5303395AE83", "Microsoft: MS-MamieExists"),
        ("01528BBBC00696121849AB9A1C5B2A51", "Microsoft, meaning not published"),
        ("72872B95FCDA2EB708EFE322119B4971", "Microsoft: NLBS present"),
        ("4A131C81070358455C5728F20E95452F", "NAT traversal of IKEv1, RFC 3947"),
        ("90CB80913EBB696E086381B5EC427B1F", "NAT traversal of IKEv1, draft 2"),
        ("4048B7D56EBCE88525E7DE7F00D6C2D3", "fragmentation of IKEv1"),
        ("AFCAD71368A1F1C96B8696FC77570100", "dead peer detection of IKEv1, RFC 3706"),
        ("09002689DFD6B712", "XAUTH"),
        ("12F5F28C457168A9702D9FE274CC", "Cisco Unity"),
        ("882FE56D6FD20DBC2251613B2EBE5BEB", "strongSwan"),
        ("F4ED19E0C114EB516FAAAC0EE37DAF2807B4381F", "Check Point"),
    ];

    private static readonly ImmutableArray<string> WindowsReleases =
    [
        "", "", "Windows 2000", "Windows XP SP1", "Windows XP SP2 or Windows Server 2003", "Windows Vista", "Windows Server 2008",
        "Windows 7", "Windows Server 2008 R2", "Windows 8, Windows Server 2012, or later",
    ];

    /// <summary>What the identifier says, for a reader: "Microsoft: Windows 7"; null for an unknown one.</summary>
    public static string? Meaning(ReadOnlySpan<byte> vendorId)
    {
        var hex = Convert.ToHexString(vendorId);
        if (Windows(vendorId) is { } release)
            return $"Microsoft: {release}";

        foreach (var (prefix, meaning) in Known)
        {
            if (hex.StartsWith(prefix, StringComparison.Ordinal))
                return meaning;
        }

        return Text(vendorId);
    }

    /// <summary>Which Windows sends the identifier; null if no Windows does.</summary>
    public static string? Windows(ReadOnlySpan<byte> vendorId)
    {
        if (vendorId.Length != 20 || !Convert.ToHexString(vendorId).StartsWith(MicrosoftPrefix, StringComparison.Ordinal))
            return null;

        return vendorId[^1] < WindowsReleases.Length && WindowsReleases[vendorId[^1]] is { Length: > 0 } known ? known : "Windows of an unknown release";
    }

    /// <summary>Many vendors simply write their name: "CISCO(COPYRIGHT)...", "FLEXVPN-SUPPORTED", "OE-Libreswan-4.9".</summary>
    private static string? Text(ReadOnlySpan<byte> vendorId) =>
        vendorId.Length >= 4 && vendorId.IndexOfAnyExceptInRange((byte)' ', (byte)'~') < 0 ? Encoding.ASCII.GetString(vendorId) : null;
}
