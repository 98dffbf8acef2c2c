using Aovpn.Diagnosis.Judgement;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Diagnosis.Rules;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Specification;

/// <summary>
/// The specification's own listings, certutil and Get-WmiObject, give the findings that the specification draws from them, judged at the
/// time of the listings: noon of the day after the one-hour certificate ended.
/// </summary>
public sealed class ListingsTests
{
    private static readonly DateTimeOffset TimeOfTheListings = new(2017, 12, 9, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_profile_has_the_filter_that_the_specification_looks_for()
    {
        var profile = Assert.Single(Read.Text(Listing("Get-WmiObject")).Observations.OfType<ProfileRead>());

        Assert.Equal(["derras2.corp.deverett.info"], profile.Servers.Distinct());
        Assert.True(profile.Eap!.Filter!.AsksForConditionalAccess);
        Assert.True(profile.DeviceCompliance);
    }

    [Fact]
    public void The_profile_is_warned_of_its_https_namespaces()
    {
        var diagnosis = Diagnose(Listing("Get-WmiObject"));

        var warning = Assert.Single(diagnosis.Findings, finding => finding.Verdict is VerdictKind.Found);
        Assert.Equal(Severity.Warning, warning.Page.Severity);
        Assert.Contains("https", warning.Message.ToString());
    }

    [Fact]
    public void The_store_holds_a_certificate_of_the_company_and_an_ended_one_of_Entra_ID()
    {
        var store = Assert.Single(Read.Text(Listing("certutil -store -user My")).Observations.OfType<StoreListed>());

        Assert.Equal(("My", StoreLocation.CurrentUser), (store.Store, store.Location));
        Assert.Equal(["WinFed", "WinFed@deverett.info"], store.Certificates.Select(certificate => certificate.CommonName));
        Assert.Equal([true, false], store.Certificates.Select(certificate => certificate.IsInForce(TimeOfTheListings) is true));
    }

    [Fact]
    public void With_the_filter_the_other_certificate_is_kept_back()
    {
        var diagnosis = Diagnose(Listing("Get-WmiObject"), Listing("certutil -store -user My"));

        Assert.Equal(VerdictKind.RuledOut, diagnosis.Findings.Single(finding => finding.Page.Id == "AOV501").Verdict);
        Assert.Equal(VerdictKind.RuledOut, diagnosis.Findings.Single(finding => finding.Page.Id == "AOV502").Verdict);
    }

    [Fact]
    public void Error_798_after_the_mend_is_works_as_designed()
    {
        var diagnosis = Diagnose(Listing("Get-WmiObject"), Listing("certutil -store -user My"),
            "A certificate could not be found that can be used with this Extensible Authentication Protocol.");

        var finding = diagnosis.Findings.Single(one => one.Page.Id == "AOV506");
        Assert.Equal(VerdictKind.Found, finding.Verdict);
        Assert.StartsWith("works as designed", finding.Message.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_filter_the_certificate_of_the_company_explains_the_Oops_loop()
    {
        var unmended = Listing("Get-WmiObject").Replace("Enabled=\"true\"><EKUMapInList>", "Enabled=\"false\"><EKUMapInList>", StringComparison.Ordinal);
        var diagnosis = Diagnose(unmended, Listing("certutil -store -user My"), "Oops - You can't get to this yet. Closing it with X connects.");

        Assert.Equal(["AOV501", "AOV502"], diagnosis.Findings.Where(finding => finding.Verdict is VerdictKind.Found && finding.Page.Severity is Severity.Error).Select(finding => finding.Page.Id));
    }

    private static Diagnosis.Model.Diagnosis Diagnose(params string[] texts) => new Engine(RuleBook.Default).Diagnose(
        [.. texts.SelectMany((text, index) => Read.Text(text, HostRole.Client, $"listing-{index + 1}").Observations)], [], DiagnosisRequest.At(TimeOfTheListings));

    /// <summary>The fenced listing of the specification in which a command is shown.</summary>
    private static string Listing(string command)
    {
        var lines = File.ReadAllLines(SharedFiles.Require("spec/troubleshoot-always-on-vpn.md"));
        var start = Array.FindIndex(lines, line => line.Contains(command, StringComparison.OrdinalIgnoreCase) && line.Contains('>', StringComparison.Ordinal));
        var end = Array.FindIndex(lines, start, line => line.Trim() == "```");
        var indent = lines[start].Length - lines[start].TrimStart().Length;
        return string.Join('\n', lines[start..end].Select(line => line.Length > indent ? line[indent..] : line.TrimStart())) + "\n";
    }
}
