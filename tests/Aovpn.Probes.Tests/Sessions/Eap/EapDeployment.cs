using Aovpn.Lab.Certificates;
using Aovpn.Lab.Eap;
using Aovpn.Lab.Radius;
using Aovpn.Probes.Sessions.Eap;
using Aovpn.Probes.Sessions.Radius;

namespace Aovpn.Probes.Tests.Sessions.Eap;

/// <summary>An NPS of the lab and a user who may use it, in memory.</summary>
internal sealed class EapDeployment : IDisposable
{
    public const string User = "alice@corp.example.com", Password = "Wr1tten-Nowhere!", Secret = "shared-by-both", NpsName = "nps1.corp.example.com";
    public const string ServerPurpose = "1.3.6.1.5.5.7.3.1", ClientPurpose = "1.3.6.1.5.5.7.3.2";
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly LabAuthority _authority;
    private readonly LabAuthority _stranger = new("Nobody's Root", Now);

    public EapDeployment(bool rsa = false)
    {
        _authority = new("Contoso Root", Now, rsa);
        Server = new(_authority.Issue(NpsName, [ServerPurpose]), [_authority.Root], Now) { User = User, Password = Password };
        Peer = new(User, [EapMethod.PeapTls])
        {
            Password = new(Password),
            Certificate = Own(_authority.Issue(User, [ClientPurpose])),
            Trust = new([_authority.Root], Now) { ServerNames = [NpsName] },
            AllowsMsChapV2WithoutTunnel = true,
        };
    }

    public EapServerSettings Server { get; set; }

    public EapPeerSettings Peer { get; set; }

    public LabAuthority Authority => _authority;

    public LabAuthority OtherAuthority => _stranger;

    public static ClientCertificate Own(LabCertificate certificate) => new(certificate.Chain, certificate.Key);

    /// <summary>A whole authentication over RADIUS, datagram by datagram.</summary>
    public EapRun Run(Func<RadiusServerSettings, RadiusServerSettings>? change = null)
    {
        var settings = new RadiusServerSettings(Secret, Server);
        using var server = new RadiusServer(change is null ? settings : change(settings));
        using var client = new RadiusClient(new(new(Secret)), Peer);
        List<RadiusEvent> events = [];
        var rounds = 0;
        for (var request = client.Start(); request is not null && server.Answer(request) is { } answer; rounds++)
            request = client.Receive(answer, events);
        return new(client.Outcome, client.EapOutcome, client.MasterSessionKey, [.. events], rounds);
    }

    public void Dispose()
    {
        _authority.Dispose();
        _stranger.Dispose();
    }
}
