using Aovpn.Codecs;
using Aovpn.Codecs.Ike;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Transcripts;

/// <summary>One session of a transcript: what its messages show, and what its end means for the question it asked.</summary>
internal sealed class TranscriptSession(TranscriptEntry.Session begun, string method, string? user, Host client)
{
    private const int MarkerSize = 4;
    private const string SuitePrefix = "suite ";

    private readonly TranscriptEap _eap = new(user, begun.Purpose == "stranger");
    private DateTimeOffset _lastSent = begun.At;
    private bool _refusedPort;
    private bool _noRoute;
    private bool _answered;
    private bool _cookie;
    private int _largest;
    private int? _group;

    /// <summary>Asks one address, reaches, asks for suites or large datagrams: a question of its own, no attempt to connect.</summary>
    private bool IsQuestion => begun.Purpose is "address" or "reach" or "suite" or "large";

    public IEnumerable<Observation> Take(TranscriptEntry.Datagram datagram, Citation source)
    {
        switch (datagram.Direction)
        {
            case "sent":
                // What is sent again still waits for the first answer.
                _lastSent = datagram.Transmission > 1 ? _lastSent : datagram.At;
                _largest = Math.Max(_largest, datagram.Bytes.Length / 2);
                return [];
            case "unreachable":
                _refusedPort |= datagram.Problem == "port-unreachable";
                _noRoute |= datagram.Problem == "network-unreachable";
                return [];
        }

        _answered = true;
        try
        {
            var bytes = Convert.FromHexString(datagram.Bytes).AsSpan();
            var message = IkeMessage.Decode(datagram.Port == 4500 && bytes.Length > MarkerSize ? bytes[MarkerSize..] : bytes);
            if (message.Notify(NotifyMessageType.InvalidKePayload) is { Data: [var high, var low] })
                _group = (high << 8) | low;

            _cookie |= message.Notify(NotifyMessageType.Cookie) is not null;

            // What a question is refused with is its answer, not a fault.
            return IsQuestion || message.Payloads.Any(payload => payload is EncryptedPayload or EncryptedFragmentPayload)
                ? []
                : [.. IkeObserver.Observe(message.Header, message.Payloads, Host.VpnServer, source, TranscriptRun.At(datagram)).Where(seen => seen is not IkeErrorNotified { Notify.Value: 17 })];
        }
        catch (Exception error) when (error is MalformedException or FormatException)
        {
            return [new Unreadable(source, Message.Of($"what came from {Hole.Address(datagram.Remote)} is no IKEv2 message: {Hole.Plain(error.Message)}"))];
        }
    }

    public IEnumerable<Observation> Take(TranscriptEntry.Opened opened, Citation source)
    {
        if (opened.Sent)
            return [];

        try
        {
            var reader = new WireReader(Convert.FromHexString(opened.Payloads));
            var chain = PayloadChain.Decode(new((byte)opened.First), ref reader);
            var header = IkeHeader.Of(0, 0, new((byte)opened.Exchange), opened.MessageId, fromInitiator: false, opened.Response);
            return [.. IkeObserver.Observe(header, chain.Payloads, Host.VpnServer, source, TranscriptRun.At(opened)).Select(WithMethod)];
        }
        catch (FormatException)
        {
            return [new Unreadable(source, Message.Of($"holds no hexadecimal where payloads should be; the other lines were read"))];
        }
    }

    public IEnumerable<Observation> Take(TranscriptEntry.Eap eap, Citation source) => _eap.Take(eap, source, _lastSent);

    public IEnumerable<Observation> End(TranscriptEntry.Ended ended, Citation source)
    {
        var at = TranscriptRun.At(ended);
        switch (begun.Purpose)
        {
            case "reach":
                yield return new Reached(source, client, at, begun.Host, "udp", begun.Id.EndsWith("4500", StringComparison.Ordinal) ? 4500 : 500, Answered(ended), Inside: false)
                {
                    Refused = _refusedPort ? true : null,
                };
                if (_answered)
                    yield return new CookieAsked(source, Host.VpnServer, at, _cookie);
                yield break;
            case "address":
                yield return new AddressAsked(source, Host.VpnServer, at, begun.Host, begun.Address, _noRoute ? null : Answered(ended), Accepted(ended), _group) { Refused = _refusedPort ? true : null };
                yield break;
            case "suite":
                yield return new SuiteAsked(source, Host.VpnServer, at, begun.Id[Math.Min(SuitePrefix.Length, begun.Id.Length)..], Accepted(ended), _group);
                yield break;
            case "large" when Math.Max(_largest, ended.Size ?? 0) > 0 && !_noRoute && !_refusedPort && ended.How is not "unreachable":
                yield return new LargeDatagramAsked(source, Host.VpnServer, at, Math.Max(_largest, ended.Size ?? 0), _answered);
                yield break;
            case "large":
                yield break;
        }

        if (ended is { How: "no-answer", Exchange: { } exchange, MessageId: { } id, Port: { } port })
            yield return new ExchangeUnanswered(source, Host.VpnServer, at, exchange, id, port, ended.Size ?? 0);
        if (ended is { How: "eap-failed", Detail: { } reason } && _eap.End(reason, source, at) is { } authentication)
            yield return authentication;

        // A stranger who was followed as far as one goes without credentials has not failed.
        var established = ended.How is "done" || (begun.Purpose == "stranger" && ended is { How: "eap-failed", Detail: "no-credentials" or "server-not-trusted" });
        // How EAP ended has symptoms of its own.
        if (ended.How is "eap-failed" && !established)
            yield break;

        yield return new ConnectionProbed(source, client, at, established, established ? null : Shown(ended)) { ByMachine = method == "machine" };
    }

    private Observation WithMethod(Observation seen) =>
        seen is IkeErrorNotified error ? error with { ClientWantedEap = begun.Purpose == "stranger" || method != "machine" } : seen;

    private bool? Answered(TranscriptEntry.Ended ended) => _answered || ended.How is "done" or "refused" or "redirected" or "misbehaved" or "deleted";

    private static bool? Accepted(TranscriptEntry.Ended ended) => ended switch
    {
        { How: "done" or "redirected" } => true,
        { How: "refused", Notify: 17 } => true,
        { How: "refused", Notify: 14 } => false,
        _ => null,
    };

    /// <summary>What a Windows client shows where the probe ended, as far as documentation says; null where it does not.</summary>
    private static Code? Shown(TranscriptEntry.Ended ended) => ended switch
    {
        { How: "no-answer" or "unreachable" } => Code.Windows(809u),
        { How: "refused", Exchange: 34, Notify: 14 or 17 } => Code.Windows(13868u),
        { How: "no-child", Notify: 14 } => Code.Windows(13868u),
        { How: "gateway-not-trusted" } => Code.Windows(13801u),
        { How: "refused", Exchange: 35, Notify: 24 } => Code.Windows(13801u),
        _ => null,
    };
}
