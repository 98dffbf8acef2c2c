using System.Buffers.Binary;
using System.Collections.Immutable;
using Aovpn.Codecs;
using Aovpn.Codecs.Ike;
using Aovpn.Codecs.Ike.V1;
using Aovpn.Probes.Sessions.Ike;

namespace Aovpn.Probes.Sessions.L2tp;

/// <summary>
/// A whole L2TP/IPsec connection with a pre-shared key, as far as authentication would begin: IKEv1 on UDP 500, then on 4500, ESP in UDP, L2TP, LCP.
/// No sockets and no clock: datagrams in, datagrams out; whoever drives it says when to repeat.
/// </summary>
public sealed class L2tpConnection
{
    private readonly L2tpSettings _settings;
    private readonly IkeV1MainMode _main;
    private readonly L2tpSession _session;
    private IkeV1QuickMode? _quick;
    private IkeDatagram _lastIke;
    private byte[]? _liveness;
    private string? _problem;

    public L2tpConnection(L2tpSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _settings = settings;
        _main = new(settings);
        var numbers = settings.Random(8);
        _session = new((ushort)(BinaryPrimitives.ReadUInt16BigEndian(numbers) | 1), (ushort)(BinaryPrimitives.ReadUInt16BigEndian(numbers.AsSpan(2)) | 1), BinaryPrimitives.ReadUInt32BigEndian(numbers.AsSpan(4)));
    }

    public L2tpStage Stage => _quick is null ? _main.Stage : _quick.Associations is null ? L2tpStage.QuickMode : _session.Stage;

    /// <summary>Why it was refused; null while all is well.</summary>
    public string? Problem => _problem ?? _main.Problem ?? _quick?.Problem ?? _session.Problem;

    /// <summary>Nothing more is waited for.</summary>
    public bool IsOver => Problem is not null || Stage is L2tpStage.LinkOpen;

    /// <summary>The gateway answered, be it damaged.</summary>
    public bool IsAnswered { get; private set; }

    /// <summary>What was wrong with the last datagram that could not be read; null where all could.</summary>
    public string? Damage { get; private set; }

    public IkeV1Transform? MainModeChosen => _main.Chosen;

    public IkeV1EspTransform? QuickModeChosen => _quick?.Chosen;

    /// <summary>The part after IPsec.</summary>
    public L2tpSession Session => _session;

    public ImmutableArray<IkeDatagram> Begin() => Ike(IkePort.Ike, _main.Begin());

    /// <summary>Everything that waits for its answer, again.</summary>
    public ImmutableArray<IkeDatagram> Repeat() => _quick?.Associations is null
        ? [_lastIke]
        : [.. Stage is L2tpStage.Tunnel && _liveness is { } proof ? (IkeDatagram[])[IkeDatagram.Of(IkePort.NatTraversal, proof)] : [], .. _session.Repeat().Select(Esp)];

    /// <summary>Ends what stands, the innermost first, so that nothing stays on the gateway.</summary>
    public ImmutableArray<IkeDatagram> End() => _quick is null
        ? []
        : [.. _quick.Associations is null ? [] : _session.End().Select(Esp), .. _quick.End().Select(message => IkeDatagram.Of(IkePort.NatTraversal, message))];

    /// <returns>Datagrams to send in answer; none for what is damaged, repeated or of nobody.</returns>
    public ImmutableArray<IkeDatagram> Take(IkeDatagram datagram)
    {
        if (Problem is not null)
            return [];
        try
        {
            if (datagram.Message is { } message)
                return TakeIke(IkeV1Message.Decode(message.Span));
            return datagram.Port is IkePort.NatTraversal && datagram.Bytes.Length > IkeDatagram.MarkerSize ? TakeEsp(datagram.Bytes.Span) : [];
        }
        catch (MalformedException error)
        {
            // It may be anybody's: without a proof it ends nothing.
            (IsAnswered, Damage) = (true, error.Message);
            return [];
        }
    }

    private ImmutableArray<IkeDatagram> TakeIke(IkeV1Message message)
    {
        if (message.Header.InitiatorSpi != _main.InitiatorCookie)
            return [];
        IsAnswered = true;
        if (message.Header.Exchange == ExchangeType.InformationalV1)
        {
            TakeInformational(message);
            return [];
        }

        if (message.Header.Exchange == ExchangeType.QuickMode && _quick is { Associations: null } quick)
            return quick.Take(message) is { } proof ? [.. Ike(IkePort.NatTraversal, _liveness = proof), Esp(_session.Begin())] : [];
        if (message.Header.Exchange == ExchangeType.QuickMode && _liveness is { } again && Stage is L2tpStage.Tunnel)
            return [IkeDatagram.Of(IkePort.NatTraversal, again)];
        if (message.Header.Exchange != ExchangeType.MainMode || _quick is not null)
            return [];

        var answer = _main.Take(message);
        if (_main.Stage is L2tpStage.QuickMode)
        {
            _quick = new(_settings, _main);
            return Ike(IkePort.NatTraversal, _quick.Begin());
        }

        return answer is null ? [] : Ike(_main.Stage is L2tpStage.Identity ? IkePort.NatTraversal : IkePort.Ike, answer);
    }

    private void TakeInformational(IkeV1Message message)
    {
        if (_quick is not null)
            _quick.TakeInformational(message);
        else if (!message.IsEncrypted && message.Payloads.OfType<IkeV1NotificationPayload>().FirstOrDefault(one => one.Refuses) is { } refusal)
            _main.Refuse(refusal.Name);
        else if (message.IsEncrypted && _main.Stage is L2tpStage.Identity)
            _main.Refuse("the gateway answered the proof of the pre-shared key with an encrypted notification");
    }

    private ImmutableArray<IkeDatagram> TakeEsp(ReadOnlySpan<byte> bytes)
    {
        if (_quick?.Associations is not { } associations || associations.Theirs.OpenUdp(bytes) is not { } datagram || L2tpDatagram.Unwrap(datagram) is not { } packet)
            return [];
        try
        {
            return [.. _session.Take(packet).Select(Esp)];
        }
        catch (MalformedException error)
        {
            // It came through ESP: it is the gateway's own.
            _problem = error.Message;
            return [];
        }
    }

    private IkeDatagram Esp(byte[] packet)
    {
        var ours = _quick!.Associations!.Value.Ours;
        return new(IkePort.NatTraversal, ours.Seal(Codecs.Esp.EspAssociation.UdpInside, L2tpDatagram.Wrap(_settings.Local, _settings.Remote.Address, packet), _settings.Random(ours.IvSize)));
    }

    private ImmutableArray<IkeDatagram> Ike(IkePort port, byte[] message) => [_lastIke = IkeDatagram.Of(port, message)];
}
