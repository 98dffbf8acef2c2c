using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Diagnosis.Pages;

namespace Aovpn.Tests.Reports;

/// <summary>A small diagnosis with one of everything, made by hand: reports are tested without rules.</summary>
internal static class SampleDiagnosis
{
    private static readonly Artifact Client = new("client.evtx", Host.Client);
    private static readonly Artifact Listing = new("gateway/my.txt", Host.VpnServer);
    private static readonly Citation Event = new(Client, new Locator.EventRecord(20417));
    private static readonly Citation Line = new(Listing, new Locator.Lines(6));
    private static readonly Citation Note = new(new("note.txt"), new Locator.Lines(1), Provenance.Reported);

    public static Diagnosis.Model.Diagnosis Make()
    {
        var symptom = new Symptom(SymptomId.Code, Code.Windows(13801u), [Event, Note]);
        var dials = new Symptom(SymptomId.NeverDials, null, [Note]);
        var found = Finding("AOV402", "Server certificate lacks the Server Authentication purpose", VerdictKind.Found,
            Message.Of($"{Hole.Subject("CN=vpn.example.com")} may not be used for Server Authentication ({Hole.Plain("1.3.6.1.5.5.7.3.1")}); its only purpose is Client Authentication"), symptom) with
        {
            Evidence = [Line, Event],
            Count = 3,
            First = When.Utc(new(2026, 11, 20, 9, 15, 0, TimeSpan.Zero), Host.Client),
            Last = When.Utc(new(2026, 11, 22, 9, 15, 0, TimeSpan.Zero), Host.Client),
            Affected = ["CORP\\alice", "CORP\\bob"],
            Fixes = [new(HostRole.VpnServer, "Issue the server a certificate whose template includes Server Authentication.", ["certreq -enroll -machine VPNServer"])],
        };
        return new(
            new(2026, 11, 22, 10, 15, 0, TimeSpan.Zero),
            [symptom, dials],
            [.. Enum.GetValues<Stage>().Where(stage => stage is not Stage.EvidenceHealth).Select(OfStage)],
            [
                found,
                Finding("AOV403", "The client does not trust the root", VerdictKind.Undecided, Message.Of($"needs: the root certificates of the client"), symptom),
                Finding("AOV401", "Server certificate has expired", VerdictKind.RuledOut, Message.Of($"valid until {new ListedDate(new(2027, 3, 1))}"), symptom),
            ],
            [new("the root certificates in the client's machine store", HostRole.Client, "decides AOV403", ["AOV403"], "certutil -store root")],
            [
                new(Client, Host.Client, ["evtx"], new string('a', 64), 69632, 20990, 3)
                {
                    Remarks = [new Unreadable(new(Client, new Locator.Bytes(0x31000, 8)), Message.Of($"chunk {3} has another checksum than its header says: {412} records before it were read"), 3)],
                },
                new(Listing, Host.VpnServer, ["certutil"], new string('b', 64), 900, 1, 0),
                new(new("photo.bin"), Host.Unknown, [], new string('c', 64), 100, 0, 0),
            ],
            [],
            [Message.Of($"the client's clock is 3 s behind the gateway's")]);
    }

    public static Excerpts Excerpts() => new(System.Collections.Immutable.ImmutableDictionary<Citation, System.Collections.Immutable.ImmutableArray<string>>.Empty
        .Add(Line, ["Client Authentication (1.3.6.1.5.5.7.3.2)"])
        .Add(Note, ["since Monday we see 13801 and it never dials by itself"]));

    private static StageResult OfStage(Stage stage)
    {
        if (stage < Stage.ServerAuthentication)
            return new(stage, StageState.Passed, Message.Of($"UDP 500 and 4500 answer"), [Event]);
        return new(stage, stage == Stage.ServerAuthentication ? StageState.Failed : StageState.NotReached, Message.Of($""), []);
    }

    private static Finding Finding(string id, string title, VerdictKind verdict, Message message, Symptom explains)
    {
        var page = new RulePage(
            id, id, title, Stage.ServerAuthentication, Severity.Error, HostRole.VpnServer, ["RC-030"], [], [], [], Commonness.Common, "field reports", "specification", true, [], null,
            new(() => "## Check that it is fixed\n\nConnect again, then look at the log:\n\n```powershell\nGet-WinEvent -LogName Application -MaxEvents 5\n```\n"u8.ToArray()));
        return new(page, verdict, message, Host.VpnServer, [], [explains], 1, null, null, [], [], []);
    }
}
