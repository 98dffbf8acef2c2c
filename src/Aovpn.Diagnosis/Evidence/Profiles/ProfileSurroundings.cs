using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Profiles;

/// <summary>What stands just before a profile: an XML declaration, comments, a document type, the command that printed it, the CSP's address.</summary>
internal sealed class ProfileSurroundings
{
    private const int LinesBefore = 40;

    /// <param name="line">Where the profile begins.</param>
    /// <param name="free">The first line that belongs to no passage before.</param>
    public ProfileSurroundings(EvidenceText text, int line, int free)
    {
        First = line;
        Host = text.Artifact.Host.Role is HostRole.Unknown or HostRole.Client ? text.Artifact.Host : Host.Unknown;
        var prolog = true;
        for (var before = line - 1; before >= free && line - before <= LinesBefore; before--)
        {
            var content = text[before].Trim();
            if (content.Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase))
                DocumentType = before;
            if (content.Contains("MDM_VPNv2_01", StringComparison.OrdinalIgnoreCase))
                Form = ProfileForm.Wmi;
            Name ??= FromAddress(content);
            prolog = prolog && (content.Length == 0 || content.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) || content.StartsWith("<!", StringComparison.Ordinal) || content is "]>");
            if (prolog && content.Length > 0)
                First = before;
        }
    }

    /// <summary>The first line of the passage: the prolog is part of it.</summary>
    public int First { get; }

    public Host Host { get; }

    public ProfileForm Form { get; } = ProfileForm.ProfileXml;

    /// <summary>Line of a document type declaration.</summary>
    public int? DocumentType { get; }

    /// <summary>The connection's name from <c>./User/Vendor/MSFT/VPNv2/Corp%20VPN/ProfileXML</c>.</summary>
    public string? Name { get; }

    private static string? FromAddress(string line)
    {
        const string Node = "/VPNv2/";
        var start = line.IndexOf(Node, StringComparison.OrdinalIgnoreCase);
        var end = line.IndexOf("/ProfileXML", StringComparison.OrdinalIgnoreCase);
        return start < 0 || end <= start + Node.Length ? null : Uri.UnescapeDataString(line[(start + Node.Length)..end]);
    }
}
