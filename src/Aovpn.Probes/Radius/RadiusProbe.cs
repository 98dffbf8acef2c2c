using System.Net;
using System.Net.Sockets;
using Aovpn.Codecs.Eap;
using Aovpn.Diagnosis.Evidence.Transcripts;
using Aovpn.Probes.Revocation;
using Aovpn.Probes.Sessions;
using Aovpn.Probes.Sessions.Eap;
using Aovpn.Probes.Sessions.Radius;
using RadiusProbed = Aovpn.Diagnosis.Observations.RadiusProbed;

namespace Aovpn.Probes.Radius;

/// <summary>
/// Asks a RADIUS server as a VPN server would: one authentication, then what the settings ask for besides. It writes down what came and concludes nothing.
/// Credentials are used once, so that nobody is locked out.
/// </summary>
public sealed class RadiusProbe(RadiusProbeSettings settings, Transcript transcript)
{
    /// <summary>More than an Ethernet frame carries.</summary>
    private const int LargePadding = 1800;

    /// <summary>A user whom no directory has.</summary>
    private const string Nobody = "aovpn-probe-nobody";

    private int _sessions;

    /// <summary>What would be sent to whom, a line for each question.</summary>
    public static IEnumerable<string> Describe(RadiusProbeSettings settings)
    {
        var (host, user) = (settings.Host, settings.Eap.Identity);
        yield return $"name: looks up {host}";
        yield return settings.Eap.IsStranger
            ? $"authentication: Access-Request to {host}, UDP {settings.Port}, as {user} without credentials: looks at the EAP methods and the server's certificate, then leaves"
            : $"authentication: Access-Request to {host}, UDP {settings.Port}, once as {user} ({settings.Method})";
        yield return $"where no answer comes: Status-Server to {host}, UDP {settings.Port}";
        if (settings is { AsksMethods: true, Eap.IsStranger: true })
            yield return $"methods: one Access-Request to {host} for each EAP method that was not offered at first, as {user} without credentials";
        if (settings.AsksLarge)
            yield return $"large: one Access-Request of about 2,000 bytes to {host} as {user}, left after the answer";
        if (settings.AsksAccounting)
            yield return $"accounting: the end of a session that never was, to {host}, UDP {settings.AccountingPort}";
        if (settings.AsksUnsigned)
            yield return $"forgery: a password request without Message-Authenticator to {host} for a user {Nobody} who does not exist";
        yield return RevocationQuestions.Plan(settings.ChecksRevocation);
    }

    /// <summary>Waits for answers on the thread that calls it.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        transcript.Add(new TranscriptEntry.Began(
            transcript.Now, TranscriptJson.Format, "aovpn radius", settings.Host, settings.Method,
            settings.Eap.Trust?.ServerNames ?? [], settings.Eap.Trust?.RootThumbprints ?? []) { Identity = settings.Eap.Identity });
        if (settings.Roots is { } roots)
            transcript.Add(new TranscriptEntry.Roots(transcript.Now, settings.RootsFrom, [.. roots.Select(root => Convert.ToBase64String(root.AsSpan()))]));
        if (await AddressAsync(cancel) is not { } address)
            return;

        var authentication = new IPEndPoint(address, settings.Port);
        var offered = Authenticate(authentication, settings.Eap, settings.Client, RadiusProbed.Access, cancel);
        if (offered is null)
        {
            Ask(authentication, RadiusProbed.Status, RadiusQuestion.Status(settings.Client), cancel);
            return;
        }

        if (settings is { AsksMethods: true, Eap.IsStranger: true })
            AskMethods(authentication, offered, cancel);
        if (settings.AsksLarge)
            AskLarge(authentication, cancel);
        if (settings.AsksAccounting)
            Ask(new(address, settings.AccountingPort), RadiusProbed.Accounting, RadiusQuestion.Accounting(settings.Client, "aovpn-probe-" + RandomText()), cancel);
        if (settings.AsksUnsigned)
            Ask(authentication, RadiusProbed.Unsigned, RadiusQuestion.Password(settings.Client, Nobody, RandomText(), withMessageAuthenticator: false), cancel);
        if (settings.ChecksRevocation)
            await new RevocationQuestions(transcript, settings.Roots ?? []).AskAsync(cancel);
    }

    private async Task<IPAddress?> AddressAsync(CancellationToken cancel)
    {
        if (settings.Address is { } given)
            return given;
        var begun = transcript.Now;
        IPAddress[] found = [];
        string? problem = null;
        try
        {
            found = await Dns.GetHostAddressesAsync(settings.Host, cancel);
        }
        catch (SocketException error)
        {
            problem = error.SocketErrorCode.ToString();
        }

        if (!IPAddress.TryParse(settings.Host, out _))
        {
            transcript.Add(new TranscriptEntry.Name(
                transcript.Now, settings.Host, null, "A", [.. found.Select(address => address.ToString())], problem is not "TryAgain", problem, (transcript.Now - begun).TotalMilliseconds));
        }

        return found.FirstOrDefault();
    }

    /// <returns>The EAP types that the server began with; null when it did not answer at all.</returns>
    private IReadOnlyList<EapType>? Authenticate(IPEndPoint endpoint, EapPeerSettings eap, RadiusClientSettings client, string question, CancellationToken cancel)
    {
        using var run = Open(endpoint);
        using var session = new RadiusClient(client, eap);
        List<EapType> offered = [];
        byte[]? request = session.Start();
        for (var first = true; request is not null; first = false)
        {
            List<RadiusEvent> events = [];
            var next = run.Ask(request, first ? question : RadiusProbed.Continued, datagram =>
            {
                var answer = session.Receive(datagram, events);
                return (answer is not null || session.Outcome is not RadiusOutcome.Running, answer);
            }, events, cancel);
            if (next is not { } arrived)
            {
                run.End("no-answer", null);
                return first ? null : offered;
            }

            offered.AddRange(events.OfType<RadiusEvent.Eap>().SelectMany(one => one.Events).OfType<EapEvent.MethodOffered>().Where(one => !one.Inner).Select(one => one.Type));
            request = arrived.Request;
        }

        var outcome = session.EapOutcome;
        run.End(outcome.Progress is EapProgress.Success ? "done" : "eap-failed", outcome.Reason is { } reason ? EapSteps.Word(reason) : null);
        return offered;
    }

    /// <summary>A method that is not the first is seen only by asking for it; a server that has it begins it, and is left.</summary>
    private void AskMethods(IPEndPoint endpoint, IReadOnlyList<EapType> offered, CancellationToken cancel)
    {
        foreach (var (type, method) in new[] { (EapType.Peap, EapMethod.PeapTls), (EapType.Tls, EapMethod.Tls), (EapType.MsChapV2, EapMethod.MsChapV2) })
        {
            if (offered.Contains(type))
                continue;
            using var run = Open(endpoint);
            using var session = new RadiusClient(settings.Client, settings.Eap with { Methods = [method] });
            Exchange(run, session, cancel);
        }
    }

    private void AskLarge(IPEndPoint endpoint, CancellationToken cancel)
    {
        using var run = Open(endpoint);
        using var session = new RadiusClient(settings.Client with { Padding = LargePadding }, EapPeerSettings.Stranger(settings.Eap.Identity));
        List<RadiusEvent> events = [];
        var request = session.Start();
        run.Ask(request, RadiusProbed.Large, datagram =>
        {
            session.Receive(datagram, events);
            return (events.Exists(one => one is RadiusEvent.Replied), null);
        }, events, cancel, tellsEap: false);
    }

    private void Exchange(RadiusExchange run, RadiusClient session, CancellationToken cancel)
    {
        for (byte[]? request = session.Start(); request is not null;)
        {
            List<RadiusEvent> events = [];
            var next = run.Ask(request, RadiusProbed.Continued, datagram =>
            {
                var answer = session.Receive(datagram, events);
                return (answer is not null || session.Outcome is not RadiusOutcome.Running, answer);
            }, events, cancel);
            request = next?.Request;
        }
    }

    private void Ask(IPEndPoint endpoint, string word, RadiusQuestion question, CancellationToken cancel)
    {
        using var run = Open(endpoint);
        List<RadiusEvent> events = [];
        run.Ask(question.Request, word, datagram =>
        {
            question.Receive(datagram, events);
            return (question.Outcome is not RadiusOutcome.Running, null);
        }, events, cancel);
    }

    private RadiusExchange Open(IPEndPoint endpoint)
    {
        _sessions++;
        var id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"radius {_sessions}");
        transcript.Add(new TranscriptEntry.Session(transcript.Now, id, "radius", settings.Host, endpoint.ToString()));
        return new(endpoint, transcript, id, settings.Waits);
    }

    private static string RandomText() => Convert.ToHexStringLower(RandomBytes.Of(8));
}
