using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Judgement;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Diagnosis.Rules.UserAuthentication;

namespace Aovpn.Tests.Rules.UserAuthentication;

public sealed class CertificateNotStronglyMappedTests
{
    private const string Listing = """
        C:\>certutil -v -user -store My
        My "Personal"
        ================ Certificate 0 ================
        Serial Number: 32000000265259d0069fa6f205000000000070
        Issuer: CN=Corp Issuing CA, DC=corp, DC=example
         NotBefore: 1/20/2026 8:00 AM
         NotAfter: 1/20/2027 8:00 AM
        Subject: CN=Alice, OU=Users, DC=corp, DC=example
        Certificate Extensions: 2
            2.5.29.37: Flags = 0, Length = c
            Enhanced Key Usage
                Client Authentication (1.3.6.1.5.5.7.3.2)

            2.5.29.17: Flags = 0, Length = 5c
            Subject Alternative Name
                URL=tag:microsoft.com,2022-09-14:sid:S-1-5-21-1004336348-1177238915-682003330-1104

        Cert Hash(sha1): a50337ab015d5612b7dc4c1e759d201e74cc2a77
          Key Container = 0a1b2c3d4e5f60718293a4b5c6d7e8f9_11111111-2222-3333-4444-555555555555
          Provider = Microsoft Software Key Storage Provider
        Encryption test passed
        CertUtil: -store command completed successfully.
        """;

    [Fact]
    public void A_certificate_that_names_its_account_in_a_URI_is_mapped()
    {
        var seen = EvidenceReading.Default.Read(ArtifactContent.Of(new("my.txt", Host.Client), Listing)).Observations;
        Assert.True(seen.OfType<StoreListed>().Single().Certificates.Single().HasSecurityIdentifier);

        var refusal = new RadiusDecision(
            new(new("nps", Host.NpsServer), new Locator.Lines(1)), Host.NpsServer, null, RadiusOutcome.Rejected, Code.NpsReason(16), "CORP\\alice", null, null, "PEAP",
            "Microsoft: Smart Card or other certificate", new(null, null, null, null, null), null, null, null);
        var verdicts = Engine.Run(new CertificateNotStronglyMapped(), new([.. seen, refusal], new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero)));
        Assert.Equal(VerdictKind.RuledOut, Assert.Single(verdicts).Kind);
    }
}
