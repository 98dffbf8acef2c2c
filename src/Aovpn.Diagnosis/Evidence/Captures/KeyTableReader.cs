using Aovpn.Codecs.Ike.Keys;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Captures;

/// <summary>Knows Wireshark's <c>ikev2_decryption_table</c>, so that it is taken for nothing else and a bundle has it without its keys. Captures are opened with it by whoever reads both.</summary>
public sealed class KeyTableReader : IArtifactReader
{
    public string Kind => "ike-keys";

    public bool Recognizes(ArtifactContent content)
    {
        using var head = new StringReader(content.HeadText);
        while (head.ReadLine() is { } line)
        {
            if (line.Trim() is { Length: > 0 } row && row[0] != '#')
                return row[0] != '{' && !IkeKeyFile.Read(new StringReader(row)).Sas.IsEmpty;
        }

        return false;
    }

    public IEnumerable<Observation> Read(ArtifactContent content, RecordTally tally)
    {
        using var text = content.OpenText();
        var keys = IkeKeyFile.Read(text);
        tally.Records += keys.Sas.Length;
        foreach (var line in keys.Unread)
            yield return new Unreadable(new(content.Artifact, new Locator.Lines(line)), Message.Of($"is no row of IKE keys, or has an algorithm that this program does not have; the other rows were read"));
    }
}
