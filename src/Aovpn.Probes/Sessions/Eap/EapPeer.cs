using System.Collections.Immutable;
using Aovpn.Codecs;
using Aovpn.Codecs.Eap;

namespace Aovpn.Probes.Sessions.Eap;

/// <summary>
/// The peer's side of EAP (RFC 3748) without a socket: fed with the server's packets, whoever carried them. One authentication;
/// not for use from several threads at once.
/// </summary>
/// <remarks>
/// A peer that leaves has a failed <see cref="Outcome"/> at once, and may still have a response: sending it lets the server end in good order.
/// </remarks>
public sealed class EapPeer : IDisposable
{
    /// <summary>More than any method needs: a chain of 64 KB in fragments of 1,020 bytes takes 70.</summary>
    private const int MostRounds = 200;

    private readonly EapConversation _conversation;
    private ImmutableArray<byte> _lastRequest = [];
    private ReadOnlyMemory<byte>? _lastResponse;
    private int _rounds;
    private EapFailureReason? _stopped;

    public EapPeer(EapPeerSettings settings)
    {
        Settings = settings;
        _conversation = new(settings.Identity, EapChoices.Outer(settings), inner: false);
    }

    public EapPeerSettings Settings { get; }

    /// <summary>Where it stands; changes only in <see cref="Answer"/>.</summary>
    public EapOutcome Outcome => _stopped is { } reason ? EapOutcome.Failed(reason) : _conversation.Outcome;

    /// <summary>MSK of 64 bytes once the server said Success; null before, and where it failed or the method makes no key.</summary>
    public byte[]? MasterSessionKey => Outcome.Progress is EapProgress.Success ? _conversation.Key : null;

    /// <summary>
    /// The same once the method is done and Success is still to come, which in IKEv2 arrives together with what the key has to verify; null before.
    /// </summary>
    public byte[]? PendingMasterSessionKey => _conversation.IsDone ? _conversation.Key : null;

    /// <summary>Answers one packet. Bad input ends in an event and an outcome, never in an exception.</summary>
    /// <param name="eapRequest">The server's EAP packet, from its code on.</param>
    public EapAnswer Answer(ReadOnlyMemory<byte> eapRequest)
    {
        // RFC 3748 section 4.1: a request sent again gets the same response again. Endless repetition is no authentication.
        if (!_lastRequest.IsEmpty && eapRequest.Span.SequenceEqual(_lastRequest.AsSpan()) && _rounds < MostRounds)
        {
            _rounds++;
            return new(_lastResponse, []);
        }

        List<EapEvent> events = [];
        ReadOnlyMemory<byte>? response = null;
        if (++_rounds > MostRounds)
        {
            Stop(EapFailureReason.TooManyRounds, events, new EapEvent.Left(EapFailureReason.TooManyRounds));
        }
        else
        {
            try
            {
                if (_conversation.Answer(EapPacket.Decode(eapRequest.Span), events) is { } packet)
                    response = packet.Encode();
            }
            catch (MalformedException malformed)
            {
                Stop(EapFailureReason.Misbehaved, events, new EapEvent.Misbehaved(malformed.Message));
            }
        }

        (_lastRequest, _lastResponse) = ([.. eapRequest.Span], response);
        return new(response, [.. events]);
    }

    public void Dispose() => _conversation.Dispose();

    private void Stop(EapFailureReason reason, List<EapEvent> events, EapEvent why)
    {
        events.Add(why);
        if (Outcome.Progress is EapProgress.Running)
            _stopped = reason;
    }
}
