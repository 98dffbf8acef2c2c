using System.Collections.Immutable;
using Aovpn.Diagnosis.Evidence.Certificates;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Diagnosis.Trust.Revocation;

namespace Aovpn.Diagnosis.Evidence.Transcripts;

/// <summary>One transcript while it is read: entries in, observations out. Sessions remember what belongs together.</summary>
internal sealed class TranscriptRun(Artifact artifact)
{
    private readonly Dictionary<string, TranscriptSession> _sessions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TranscriptRadius> _radius = new(StringComparer.Ordinal);
    private readonly Host _client = artifact.Host.Or(Host.Client);
    private readonly List<(Citation Source, TranscriptEntry.Name Entry)> _names = [];
    private TranscriptEntry.Began? _began;

    public IEnumerable<Observation> Take(TranscriptEntry entry, Citation source)
    {
        switch (entry)
        {
            case TranscriptEntry.Began began:
                _began = began;
                return began.Program == TranscriptRadius.Program ? [] : [new NameDialled(source, _client, began.Host)];
            case TranscriptEntry.Interfaces interfaces:
                return [Interfaces(interfaces, source)];
            case TranscriptEntry.Roots roots:
                return Roots(roots, source);
            case TranscriptEntry.Credentials own:
                return [Own(own, source)];
            case TranscriptEntry.Name name:
                _names.Add((source, name));
                return [];
            case TranscriptEntry.Ping { Answered: { } answered } ping:
                return [new Reached(source, _client, At(ping), ping.Target, "icmp", null, answered, Inside: false)];
            case TranscriptEntry.Inside inside:
                return Inside(inside, source);
            case TranscriptEntry.Tunnel tunnel:
                return Tunnel(tunnel, source);
            case TranscriptEntry.Revocation asked:
                return Revocation(asked, source);
            case TranscriptEntry.InsideEnded ended:
                return [new TunnelUsed(source, Host.VpnServer, At(ended), ended.Sent, ended.Received)];
            case TranscriptEntry.Session { Purpose: TranscriptRadius.Purpose } session:
                _radius[session.Id] = new(_began);
                return [];
            case TranscriptEntry.Radius one:
                return Radius(one.Id)?.Take(one, source) ?? [];
            case TranscriptEntry.Eap one when Radius(one.Id) is { } radius:
                return radius.Take(one, source);
            case TranscriptEntry.Ended one when Radius(one.Id) is { } radius:
                return radius.End(one, source);
            case TranscriptEntry.Session session:
                _sessions[session.Id] = new(session, _began?.Method ?? "stranger", _began?.Identity, _client);
                return [];
            case TranscriptEntry.Datagram one:
                return Session(one.Id)?.Take(one, source) ?? [];
            case TranscriptEntry.Opened one:
                return Session(one.Id)?.Take(one, source) ?? [];
            case TranscriptEntry.GatewayProved one:
                return [new GatewayAuthenticated(source, Host.VpnServer, At(one), one.Verifies)];
            case TranscriptEntry.Eap one:
                return Session(one.Id)?.Take(one, source) ?? [];
            case TranscriptEntry.ChildEstablished child:
                return [new TunnelOpened(source, Host.VpnServer, At(child), child.Addresses, child.DnsServers, child.Remote)];
            case TranscriptEntry.Ended ended:
                return Session(ended.Id)?.End(ended, source) ?? [];
            default:
                return [];
        }
    }

    /// <summary>Names last: A and AAAA of one resolver are one answer.</summary>
    public IEnumerable<Observation> End()
    {
        foreach (var asked in _names.GroupBy(one => (one.Entry.Host, one.Entry.Resolver)))
        {
            var telling = asked.FirstOrDefault(one => !one.Entry.Addresses.IsEmpty, asked.First());
            yield return new NameResolved(
                telling.Source, _client, At(telling.Entry), asked.Key.Host, [.. asked.SelectMany(one => one.Entry.Addresses)], asked.Key.Resolver)
            {
                ResolverSilent = asked.All(one => !one.Entry.Answered),
            };
            if (asked.All(one => one.Entry.Addresses.IsEmpty) && asked.Key.Resolver is null)
                yield return new ConnectionProbed(telling.Source, _client, At(telling.Entry), Established: false, Code.Windows(868u));
        }
    }

    private TranscriptRadius? Radius(string id) => _radius.GetValueOrDefault(id);

    private TranscriptSession? Session(string id) => _sessions.GetValueOrDefault(id);

    private InterfacesListed Interfaces(TranscriptEntry.Interfaces entry, Citation source) => new(
        source, _client, At(entry),
        [.. entry.List.Select(one => new Interface(source, one.Name, one.Up ? one.Addresses : [], one.Gateways, one.DnsServers, null, IsTunnel: false))]);

    private IEnumerable<Observation> Roots(TranscriptEntry.Roots entry, Citation source)
    {
        var certificates = ImmutableArray.CreateBuilder<Certificate>();
        foreach (var root in entry.Certificates)
        {
            if (Der(root) is { } der && EncodedCertificate.Read(source, der) is { } certificate)
                certificates.Add(certificate);
        }

        yield return new StoreListed(source, _client, At(entry), "Root", StoreLocation.LocalMachine, Complete: true, certificates.ToImmutable());
    }

    private StoreListed Own(TranscriptEntry.Credentials entry, Citation source) => new(
        source, _client, At(entry), "My", entry.Machine ? StoreLocation.LocalMachine : StoreLocation.CurrentUser, Complete: true,
        [.. entry.Certificates.Select(Der).OfType<byte[]>().Select(der => EncodedCertificate.Read(source, der)).OfType<Certificate>()]);

    private const int NatTraversalPort = 4500;

    private IEnumerable<Observation> Tunnel(TranscriptEntry.Tunnel tunnel, Citation source)
    {
        yield return new Reached(source, _client, At(tunnel), tunnel.Host, tunnel.Protocol, tunnel.Port, tunnel.Answered, Inside: false) { Refused = tunnel.Refused ? true : null };
        if (tunnel.NatTraversalAnswered is { } goesOn)
            yield return new Reached(source, _client, At(tunnel), tunnel.Host, tunnel.Protocol, NatTraversalPort, goesOn, Inside: false);
        foreach (var der in (tunnel.Certificates ?? []).Select(Der).OfType<byte[]>())
        {
            if (EncodedCertificate.Read(source, der) is { } certificate)
                yield return new CertificateSeen(source, Host.VpnServer, At(tunnel), CertificateUse.Sstp, certificate);
        }

        yield return new TunnelTypeProbed(source, Host.VpnServer, At(tunnel), tunnel.Type.ToUpperInvariant(), tunnel.Stage == "open", tunnel.Stage, tunnel.HttpStatus, tunnel.Problem)
        {
            Answered = tunnel.Answered,
            Proved = tunnel.Proved,
        };
    }

    private Observation[] Inside(TranscriptEntry.Inside inside, Citation source) => inside.Protocol switch
    {
        "dns" => [new NameResolved(source, _client, At(inside), inside.Asked ?? "", inside.Addresses ?? [], inside.Target) { ResolverSilent = inside.Answered is false, Inside = true }],
        _ => [new Reached(source, Host.VpnServer, At(inside), inside.Target, inside.Protocol, inside.Port, inside.Answered, Inside: true) { Refused = inside.Refused }],
    };

    /// <summary>Words of another version of this program say nothing.</summary>
    private static RevocationAsked[] Revocation(TranscriptEntry.Revocation asked, Citation source)
    {
        if (KebabCase.Read<RevocationAnswer>(asked.Answer) is not { } answer || KebabCase.Read<CertificateUse>(asked.Use) is not { } use)
            return [];
        var about = use is CertificateUse.Eap ? Host.NpsServer : Host.VpnServer;
        return [new(source, about, At(asked), use, asked.Subject, asked.Thumbprint, asked.Url, asked.Protocol == "ocsp", answer, asked.NextUpdate, asked.RevokedAt, asked.Problem)];
    }

    internal static byte[]? Der(string base64)
    {
        try
        {
            return Convert.FromBase64String(base64);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    internal static When At(TranscriptEntry entry) => When.Utc(entry.At, Host.Client);
}
