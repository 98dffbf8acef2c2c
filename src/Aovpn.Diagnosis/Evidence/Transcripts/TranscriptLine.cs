using System.Globalization;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Evidence.Transcripts;

/// <summary>An entry, and where it stands.</summary>
public sealed record TranscriptLine(TranscriptEntry Entry, Citation Source)
{
    public string Event => Entry.Event;

    /// <summary>By the prober's clock.</summary>
    public When At => When.Utc(Entry.At, Host.Client);

    public string? this[string name] => Entry[name];

    /// <summary>Null when absent or no number.</summary>
    public int? Number(string name) => int.TryParse(Entry[name], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public bool IsYes(string name) => Entry[name] == "yes";

    /// <summary>Empty when absent or not hexadecimal.</summary>
    public byte[] Bytes(string name)
    {
        var text = Entry[name] ?? "";
        var bytes = new byte[text.Length / 2];
        return Convert.FromHexString(text, bytes, out _, out _) is System.Buffers.OperationStatus.Done ? bytes : [];
    }
}
