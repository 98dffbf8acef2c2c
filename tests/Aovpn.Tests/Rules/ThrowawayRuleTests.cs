using System.Collections.Immutable;
using Aovpn.Diagnosis.Judgement;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Rules;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Rules;

/// <summary>Adding a cause by CONTRIBUTING's recipe touches two files: the throwaway rule of this assembly is one, and nobody names it anywhere.</summary>
public sealed class ThrowawayRuleTests
{
    private const string Failure =
        """CoId={7A1C2E3D-4B5F-4A6C-8D7E-9F0A1B2C3D4E}: The user CORP\alice dialed a connection named Snow which has failed. The error code returned on failure is 809.""";

    private static readonly RuleBook Book = RuleBook.Load(typeof(ThrowawayRuleTests).Assembly);

    [Fact]
    public void Rule_and_page_are_discovered()
    {
        var page = Assert.Single(Book.Pages);

        Assert.Equal("AOV199", page.Id);
        Assert.Equal(page.Name, Assert.Single(Book.Rules).Key);
        Assert.Equal([page], Book.Explaining(new(Code.Windows(809u))));
    }

    [Fact]
    public void Its_page_tells_the_truth()
    {
        foreach (var example in Book.Pages[0].Examples)
        {
            var worked = WorkedExample.Of(example);
            worked.AssertKindsAreRecognised();
            Assert.Equal(example.Verdicts, worked.Judge(Book.Rules[Book.Pages[0].Name]));
        }
    }

    [Fact]
    public void The_engine_finds_it()
    {
        ImmutableArray<Observation> seen = Read.Text(Failure, HostRole.Client).Observations;
        var diagnosis = new Engine(Book).Diagnose(seen, [], DiagnosisRequest.At(new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero)));

        var finding = Assert.Single(diagnosis.Findings);
        Assert.Equal((VerdictKind.Found, "AOV199"), (finding.Verdict, finding.Page.Id));
        Assert.Empty(diagnosis.Unexplained);
    }
}
