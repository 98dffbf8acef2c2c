namespace Aovpn.Diagnosis.Evidence.Certificates;

/// <summary>The extent of one listing in a text, before its certificates are read.</summary>
internal sealed class CertutilListing(int first)
{
    public int First { get; } = first;

    /// <summary>Last line that belongs to it.</summary>
    public int Last { get; set; } = first;

    public CertutilCommand? Command { get; set; }

    /// <summary>The store that the heading names.</summary>
    public string? Heading { get; set; }

    /// <summary>Line of the heading, else of the command; zero when it has neither.</summary>
    public int HeadingLine { get; set; }

    /// <summary>certutil's last line says that the command succeeded.</summary>
    public bool Succeeded { get; set; }

    /// <summary>certutil's last line names the dump verb: a file was shown, not a store.</summary>
    public bool IsDump { get; set; }

    /// <summary>Certificates in it: number in the banner, first and last line.</summary>
    public List<CertutilBlock> Blocks { get; } = [];
}
