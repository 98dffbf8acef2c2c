using System.Text.Json.Nodes;
using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Evidence.Transcripts;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Tests.Evidence.Transcripts;

/// <summary>Entries that lack what every entry of their kind has are counted and cited, and nothing falls over them.</summary>
public sealed class CompletenessTests
{
    private static readonly string[] Lines =
    [
        """{"kind":"aovpn-transcript","format":1,"program":"aovpn","host":"vpn.example.com","method":"tls","server-names":[],"trusted-roots":[],"at":"2026-11-20T08:00:00Z"}""",
        """{"kind":"interfaces","list":[{"name":"Ethernet","up":true,"addresses":["192.0.2.5/24"],"gateways":[],"dns-servers":[]}],"at":"2026-11-20T08:00:00Z"}""",
        """{"kind":"session","id":"connect","purpose":"connect","host":"vpn.example.com","address":"203.0.113.10","at":"2026-11-20T08:00:01Z"}""",
        """{"kind":"datagram","id":"connect","direction":"received","port":500,"remote":"203.0.113.10:500","transmission":1,"bytes":"00","at":"2026-11-20T08:00:01Z"}""",
        """{"kind":"child","id":"connect","suite":"AES-GCM-256","addresses":["10.10.8.10"],"dns-servers":[],"local":[],"remote":[],"at":"2026-11-20T08:00:03Z"}""",
        """{"kind":"ended","id":"connect","how":"done","at":"2026-11-20T08:00:09Z"}""",
    ];

    [Fact]
    public void Each_line_is_whole() => Assert.DoesNotContain(Read(Lines).OfType<Unreadable>(), one => one.What.ToString()!.Contains("no entry", StringComparison.Ordinal));

    [Fact]
    public void A_line_that_lacks_any_member_or_has_null_in_its_place_is_cited_and_the_rest_is_read()
    {
        for (var line = 1; line < Lines.Length; line++)
        {
            foreach (var member in JsonNode.Parse(Lines[line])!.AsObject().Select(pair => pair.Key).Where(key => key != "kind").ToArray())
            {
                foreach (var absent in (bool[])[true, false])
                {
                    var entry = JsonNode.Parse(Lines[line])!.AsObject();
                    entry.Remove(member);
                    if (!absent)
                        entry[member] = null;
                    string[] lines = [.. Lines[..line], entry.ToJsonString(), .. Lines[(line + 1)..]];

                    foreach (var seen in Read(lines))
                        Assert.NotNull(seen.Source);
                }
            }
        }
    }

    [Theory]
    [InlineData("""{"kind":"ended","how":"done","at":"2026-11-20T08:00:09Z"}""")]
    [InlineData("""{"kind":"child","id":"connect","suite":"x","addresses":["10.10.8.10"],"local":[],"remote":[],"at":"2026-11-20T08:00:03Z"}""")]
    [InlineData("""{"kind":"interfaces","list":[{"name":"Ethernet","up":true,"gateways":[],"dns-servers":[]}],"at":"2026-11-20T08:00:00Z"}""")]
    public void What_is_missing_is_told(string line)
    {
        var seen = Read([Lines[0], line]);

        Assert.Equal("run.jsonl, line 2", Assert.Single(seen.OfType<Unreadable>()).Source.ToString());
    }

    private static Observation[] Read(string[] lines) =>
        [.. new TranscriptReader().Read(ArtifactContent.Of(new Artifact("run.jsonl"), string.Join('\n', lines)), new RecordTally())];
}
