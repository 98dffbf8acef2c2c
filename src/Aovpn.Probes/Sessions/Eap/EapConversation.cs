using System.Collections.Immutable;
using Aovpn.Codecs.Eap;

namespace Aovpn.Probes.Sessions.Eap;

/// <summary>The peer's layer of RFC 3748 above the methods; spoken outside, and once more inside PEAP.</summary>
/// <param name="identity">Answer to Identity.</param>
/// <param name="choices">Acceptable methods, dearest first.</param>
/// <param name="inner">Inside PEAP.</param>
internal sealed class EapConversation(string identity, ImmutableArray<EapChoice> choices, bool inner) : IDisposable
{
    private EapType? _type;
    private IEapMethod? _method;
    private readonly HashSet<EapType> _offered = [];
    private EapFailureReason? _unusable;
    private bool _refused;

    public EapOutcome Outcome { get; private set; } = EapOutcome.Running;

    /// <summary>The method under way has all it needs.</summary>
    public bool IsDone => _method?.IsDone is true;

    public byte[]? Key => _method?.Key;

    public EapFailureReason IfRefused => Outcome.Reason ?? _method?.Left ?? _method?.IfRefused ?? _unusable
        ?? (!_refused ? EapFailureReason.RefusedAtIdentity : inner ? EapFailureReason.NoCommonInnerMethod : EapFailureReason.NoCommonMethod);

    /// <returns>The response; null when there is none.</returns>
    /// <exception cref="Codecs.MalformedException">A method cannot read its data.</exception>
    public EapPacket? Answer(EapPacket packet, List<EapEvent> events)
    {
        if (packet.Code == EapCode.Success || packet.Code == EapCode.Failure)
        {
            End(packet.Code == EapCode.Success, events);
            return null;
        }

        if (packet.Code != EapCode.Request || packet.Type is not { } type)
            return Misbehaved($"{packet.Code} {packet.Type} where a request is due", events);
        if (type == EapType.Identity)
        {
            events.Add(new EapEvent.IdentityAsked(inner));
            return EapPacket.Response(packet.Identifier, type, System.Text.Encoding.UTF8.GetBytes(identity));
        }

        if (type == EapType.Notification)
        {
            events.Add(new EapEvent.Notified(System.Text.Encoding.UTF8.GetString(packet.Data.AsSpan())));
            return EapPacket.Response(packet.Identifier, type, []);
        }

        if (type == EapType.Nak)
            return Misbehaved("a Nak in a request; only responses have it", events);
        return Method(packet, type, events);
    }

    /// <summary>Success or Failure from the server.</summary>
    public void End(bool success, List<EapEvent> events)
    {
        if (!inner)
            events.Add(new EapEvent.Ended(success));
        if (Outcome.Progress is not EapProgress.Running)
            return;
        if (!success)
            Outcome = EapOutcome.Failed(IfRefused);
        else if (IsDone)
            Outcome = EapOutcome.Success;
        else
            Misbehaved("Success before a method was finished", events);
    }

    public void Dispose() => _method?.Dispose();

    private EapPacket? Method(EapPacket packet, EapType type, List<EapEvent> events)
    {
        if (_method is not null && _type != type)
            return Misbehaved($"{type} in the middle of {_type}", events);
        if (_method is null)
        {
            events.Add(new EapEvent.MethodOffered(type, inner));
            if (choices.FirstOrDefault(choice => choice.Type == type) is not { } chosen)
                return Refuse(packet, type, [.. choices.Select(choice => choice.Type)], events);
            _offered.Add(type);
            if (chosen.Unusable is { } reason)
                return Leave(packet, type, reason, [.. chosen.Alternatives.Where(other => !_offered.Contains(other))], events);
            _type = type;
            _method = chosen.Make();
        }

        var data = _method.Answer(packet, events);
        if (_method.Left is { } left && Outcome.Progress is EapProgress.Running)
        {
            Outcome = EapOutcome.Failed(left);
            events.Add(new EapEvent.Left(left));
        }

        return data is null ? null : EapPacket.Response(packet.Identifier, type, data);
    }

    /// <summary>Nak, RFC 3748 section 5.3; an expanded type is refused in the expanded form.</summary>
    private EapPacket Refuse(EapPacket packet, EapType offered, ImmutableArray<EapType> desired, List<EapEvent> events)
    {
        _refused = true;
        events.Add(new EapEvent.MethodRefused(offered, desired, inner));
        if (offered == EapType.Expanded)
        {
            return EapPacket.Response(packet.Identifier, offered,
                [.. EapExpandedType.Nak.Encode(), .. desired.SelectMany<EapType, byte>(type => [offered.Value, .. new EapExpandedType(0, type.Value).Encode()])]);
        }

        // Zero: there is no alternative.
        return EapPacket.Response(packet.Identifier, EapType.Nak, desired.IsEmpty ? [0] : [.. desired.Select(type => type.Value)]);
    }

    /// <summary>A method that is known but cannot be used: others are asked for, or none.</summary>
    private EapPacket Leave(EapPacket packet, EapType offered, EapFailureReason reason, ImmutableArray<EapType> alternatives, List<EapEvent> events)
    {
        _unusable = reason;
        if (alternatives.IsEmpty)
        {
            Outcome = EapOutcome.Failed(reason);
            events.Add(new EapEvent.Left(reason));
        }

        return Refuse(packet, offered, alternatives, events);
    }

    private EapPacket? Misbehaved(string problem, List<EapEvent> events)
    {
        events.Add(new EapEvent.Misbehaved(problem));
        Outcome = EapOutcome.Failed(EapFailureReason.Misbehaved);
        return null;
    }
}
