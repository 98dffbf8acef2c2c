using System.Collections.Immutable;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Reports;
using Aovpn.Reports.Html;

namespace Aovpn.Tests.Reports;

public sealed class HtmlReportTests
{
    private const string Hostile = "</pre></style></script><script>alert(1)</script><img src=x onerror=\"alert('2')\">&amp;&#60;`{{x}}\u202E\0";

    [Fact]
    public void All_that_the_text_says_is_in_it()
    {
        var html = Render(SampleDiagnosis.Make(), SampleDiagnosis.Excerpts());
        foreach (var said in new[] { "AOV402", "CORP\\alice", "certreq -enroll -machine VPNServer", "client.evtx, record 20417", "Get-WinEvent -LogName Application", "AOV403", "AOV401", "certutil -store root", new string('a', 64), "the client&#x27;s clock is 3 s behind" })
            Assert.Contains(said, html, StringComparison.Ordinal);
    }

    /// <summary>Everything that evidence can fill: names of files, users, hosts, excerpts, values in sentences, fixes, remarks.</summary>
    [Fact]
    public void Hostile_evidence_never_becomes_markup()
    {
        var plain = Render(SampleDiagnosis.Make(), SampleDiagnosis.Excerpts());
        var hostile = Render(Hostilely(SampleDiagnosis.Make()), new Excerpts(ImmutableDictionary<Citation, ImmutableArray<string>>.Empty
            .Add(new(new(Hostile), new Locator.Lines(1)), [Hostile])));

        Assert.DoesNotContain("<script>alert", hostile, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", hostile, StringComparison.Ordinal);
        Assert.DoesNotContain('\0', hostile);
        Assert.DoesNotContain('\u202E', hostile);
        Assert.True(Regex.Count(hostile, "&lt;script&gt;alert", RegexOptions.None, TimeSpan.FromSeconds(1)) >= 8);
        Assert.Equal(Elements(plain), Elements(hostile));
    }

    [Fact]
    public void Nothing_is_fetched_and_nothing_runs_but_the_pages_own_script()
    {
        var html = Render(Hostilely(SampleDiagnosis.Make()), SampleDiagnosis.Excerpts());
        Assert.DoesNotMatch(new Regex("(?:src|href|action)=\"(?!data:,\"|#)", RegexOptions.None, TimeSpan.FromSeconds(1)), html);
        Assert.DoesNotMatch(new Regex("<[^>]* on[a-z]+=", RegexOptions.None, TimeSpan.FromSeconds(1)), html);
        Assert.Contains("default-src &#x27;none&#x27;", html, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(html, "<script>", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void Elements_are_closed_in_the_order_in_which_they_were_opened()
    {
        var html = Render(SampleDiagnosis.Make(), SampleDiagnosis.Excerpts());
        var body = html[html.IndexOf("<body>", StringComparison.Ordinal)..html.IndexOf("<script>", StringComparison.Ordinal)] + "</body>";
        Assert.NotEmpty(XDocument.Parse(body).Descendants("article"));
    }

    private static Diagnosis.Model.Diagnosis Hostilely(Diagnosis.Model.Diagnosis diagnosis)
    {
        var place = new Citation(new(Hostile, new(HostRole.Client, Hostile)), new Locator.Lines(1));
        var finding = diagnosis.Findings[0] with
        {
            Message = Message.Of($"{Hole.Subject(Hostile)} may not be used"),
            Affected = [Hostile],
            Evidence = [place, place],
            Fixes = [new(HostRole.VpnServer, Hostile, [Hostile])],
        };
        return diagnosis with
        {
            Findings = diagnosis.Findings.SetItem(0, finding),
            Next = [new(Hostile, HostRole.Client, Hostile, ["AOV403"], Hostile)],
            Artifacts = diagnosis.Artifacts.SetItem(0, diagnosis.Artifacts[0] with { Artifact = place.Artifact, Remarks = [new Unreadable(place, Message.Of($"{Hole.Path(Hostile)} is damaged"), 1)] }),
            Notes = [Message.Of($"the clock of {Hole.Host(Hostile)} is wrong")],
        };
    }

    /// <summary>How many of each element there are, excerpts apart.</summary>
    private static IEnumerable<string> Elements(string html) =>
        Regex.Matches(html, "<(?<name>[a-z0-9]+)[ >]", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Groups["name"].Value).Where(name => name is not "pre")
            .GroupBy(name => name).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Key} {group.Count()}");

    private static string Render(Diagnosis.Model.Diagnosis diagnosis, Excerpts excerpts)
    {
        using var text = new StringWriter { NewLine = "\n" };
        new HtmlReport().Write(diagnosis, excerpts, ReportOptions.Default, text);
        return text.ToString();
    }
}
