using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Tests.Rules.ServerAuthentication;

/// <summary>Certificates and listings for rules' tests; judged for <see cref="Now"/> unless a test says otherwise.</summary>
internal static class Certificates
{
    public static readonly DateTimeOffset Now = new(2018, 6, 1, 0, 0, 0, TimeSpan.Zero);

    private static int _count;

    public static Certificate Of(
        string subject, string issuer = "CN=Corp Issuing CA", int from = 2017, int to = 2020, string[]? purposes = null, string[]? names = null, bool? key = true)
    {
        var number = Interlocked.Increment(ref _count);
        return new(
            At(number), subject, issuer, $"{number:x8}", $"{number:x40}", new ListedDate(new DateTime(from, 1, 1)), new ListedDate(new DateTime(to, 1, 1)),
            purposes is null ? null : [.. purposes], names is null ? null : [.. names], key);
    }

    public static Certificate Root(string subject) => Of(subject, subject, 2015, 2035, key: false);

    public static StoreListed Store(HostRole about, string store, StoreLocation location, params Certificate[] certificates) =>
        new(At(0), new(about), null, store, location, Complete: true, [.. certificates]);

    public static StoreListed Machine(HostRole about, params Certificate[] certificates) => Store(about, "My", StoreLocation.LocalMachine, certificates);

    public static StoreListed Roots(HostRole about, params Certificate[] certificates) => Store(about, "Root", StoreLocation.LocalMachine, certificates);

    public static CertificateSeen Presented(Certificate certificate, CertificateUse use = CertificateUse.Ike) =>
        new(certificate.Source, Host.VpnServer, null, use, certificate);

    public static ProfileRead Dials(params string[] servers) => new(At(900), Host.Client, ProfileForm.ProfileXml, "VPN", false, [.. servers], "IKEv2", "Eap", null, null, null);

    public static readonly ProfileRead DeviceTunnel = new(At(901), Host.Client, ProfileForm.ProfileXml, "VPN", true, ["vpn.example.com"], "IKEv2", null, "Certificate", null, null);

    public static CaseFile Case(params Observation[] seen) => new([.. seen], Now);

    public static string[] Judge(Aovpn.Diagnosis.Rules.IRule rule, params Observation[] seen) =>
        [.. Aovpn.Diagnosis.Judgement.Engine.Run(rule, Case(seen)).Select(verdict => $"{verdict.Kind}: {verdict.Message}")];

    public static Citation At(int line) => new(new Artifact("evidence"), new Locator.Lines(line));
}
