using System.Collections.Immutable;
using Aovpn.Diagnosis.Judgement;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Diagnosis.Rules;

namespace Aovpn.Tests.Judgement;

/// <summary>The grade of a VPN server's algorithms: by what it takes, with every reason, and only after a survey.</summary>
public sealed class GatewayGradeTests
{
    private static readonly Citation Anywhere = new(new("probe.jsonl", Host.Client), new Locator.Lines(1));

    private static readonly string[] Good =
        ["AES-CBC-256", "AES-CBC-128", "AES-GCM-256", "HMAC-SHA2-256-128", "HMAC-SHA2-384-192", "PRF HMAC-SHA2-256", "ECP-256 (group 19)", "ECP-384 (group 20)", "MODP-2048 (group 14)"];

    private static readonly string[] NotTaken = ["DES", "3DES", "HMAC-MD5-96", "HMAC-SHA1-96", "MODP-1024 (group 2)"];

    [Theory]
    [InlineData("Grade A", true, "nothing weak")]
    [InlineData("Grade B", true, "it takes what is weak: 3DES, MODP-1024 (group 2)", "3DES", "MODP-1024 (group 2)")]
    [InlineData("Grade C", true, "it takes what RFC 8247 forbids: DES", "DES", "3DES")]
    [InlineData("Grade B", false, "it does not fragment")]
    public void What_is_taken_makes_the_grade(string grade, bool fragments, string reason, params string[] also)
    {
        var note = Assert.Single(Notes([.. Good, .. also], NotTaken.Except(also), fragments), note => note.StartsWith("Grade", StringComparison.Ordinal));

        Assert.StartsWith(grade, note, StringComparison.Ordinal);
        Assert.Contains(reason, note, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_takes_nothing_good_has_the_last_grade() =>
        Assert.Contains(Notes(["3DES", "HMAC-SHA1-96", "MODP-1024 (group 2)"], Good, true), note => note.StartsWith("Grade D", StringComparison.Ordinal));

    [Fact]
    public void Three_questions_are_no_survey() => Assert.DoesNotContain(Notes(Good.Take(3), [], true), note => note.StartsWith("Grade", StringComparison.Ordinal));

    private static ImmutableArray<string> Notes(IEnumerable<string> taken, IEnumerable<string> refused, bool fragments)
    {
        ImmutableArray<Observation> seen =
        [
            .. taken.Select(asked => new SuiteAsked(Anywhere, Host.VpnServer, null, asked, true, 14)),
            .. refused.Select(asked => new SuiteAsked(Anywhere, Host.VpnServer, null, asked, false, null)),
            new GatewayDescribed(Anywhere, Host.VpnServer, null, [], fragments, ""),
        ];
        return [.. new Engine(RuleBook.Default).Diagnose(seen, [], new(DateTimeOffset.UnixEpoch, null, Scope.Everything)).Notes.Select(note => note.ToString())];
    }
}
