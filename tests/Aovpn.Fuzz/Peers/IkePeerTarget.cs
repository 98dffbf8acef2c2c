using System.Collections.Immutable;
using System.Net;
using Aovpn.Codecs.Eap;
using Aovpn.Codecs.Ike;
using Aovpn.Diagnosis.Evidence.Transcripts;
using Aovpn.Lab.Gateway;
using Aovpn.Lab.Inside;
using Aovpn.Lab.Radius;
using Aovpn.Probes;
using Aovpn.Probes.Sessions.Eap;
using Aovpn.Probes.Sessions.Ike;

namespace Aovpn.Fuzz.Peers;

/// <summary>
/// IKE's initiator against the lab's VPN server: a machine's certificate, EAP-MSCHAPv2, a look at the certificate; whole and in fragments, to the tunnel and its
/// end. Public values and their shared secrets are those of one pair: not the arithmetic is under test.
/// </summary>
internal sealed class IkePeerTarget() : PeerTarget(rsa: false)
{
    private const int MostSteps = 400;
    private const string Session = "connect";

    private static readonly IPEndPoint Local = new(IPAddress.Parse("198.51.100.10"), 40000), Remote = new(IPAddress.Parse("203.0.113.10"), 500);
    private static readonly IkeSuite Suite = new(EncryptionAlgorithm.AesGcm16, 128, IntegrityAlgorithm.None, PseudorandomFunction.HmacSha256, KeyExchangeMethod.X25519);
    private static readonly IkeSuite Cbc = Suite with { Encryption = EncryptionAlgorithm.AesCbc, Integrity = IntegrityAlgorithm.HmacSha256 };

    /// <summary>The session's own limit, and the time in which it takes its leave.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(100);

    private readonly CachedKeyExchange _initiator = new(Suite.KeyExchange), _responder = new(Suite.KeyExchange);

    public override string Name => "peer-ike";

    protected override int Variants => 6;

    protected override void Run(int variant, MessageEdits edits, Transcript transcript, PeerClock clock)
    {
        using var peer = variant is 0 or 1 ? new EapPeer(Peer with { Methods = [EapMethod.MsChapV2] }) : null;
        using var nps = new RadiusServer(new(SharedSecret, Server with { Methods = [EapType.MsChapV2] }));
        var gateway = new VpnGateway(Settings(variant), request => nps.Answer(request), new InsideNetwork(new()));
        var initiator = new IkeInitiator(new(Local, Remote, [variant % 2 == 0 ? Suite : Cbc])
        {
            Goal = variant == 5 ? IkeGoal.GatewayCertificate : IkeGoal.Connect,
            Eap = peer,
            MachineCertificate = variant is 2 or 3 or 4 ? Peer.Certificate : null,
            FragmentSize = variant == 4 ? 576 : 1280,
            KeyExchanges = _ => _initiator,
            JudgeGateway = _ => null,
        });
        transcript.Add(new TranscriptEntry.Began(transcript.Now, TranscriptJson.Format, "aovpn", "vpn.example.com", "ms-chap-v2", [], [], User));
        transcript.Add(new TranscriptEntry.Session(transcript.Now, Session, "connect", "vpn.example.com", Remote.Address.ToString()));
        new Course(initiator, gateway, edits, transcript, clock).Run();
    }

    private GatewaySettings Settings(int variant) => new("vpn.example.com", Server.Certificate, new(SharedSecret), Now)
    {
        Suites = [Suite, Cbc],
        EspSuites = [new(EncryptionAlgorithm.AesCbc, 256, IntegrityAlgorithm.HmacSha1, default, KeyExchangeMethod.None)],
        ClientRoots = Server.ClientRoots,
        DnsServers = [IPAddress.Parse("10.10.0.20")],
        AsksForCookie = variant == 3,
        OffersFragmentation = variant != 3,
        KeyExchanges = _ => _responder,
    };

    /// <summary>One session.</summary>
    private sealed class Course(IkeInitiator initiator, VpnGateway gateway, MessageEdits edits, Transcript transcript, PeerClock clock)
    {
        private readonly Queue<IkeDatagram> _toGateway = [];
        private readonly Queue<IkeDatagram> _toPeer = [];
        private KeyMaterial? _keys;
        private ulong _sealed = 1UL << 32;
        private bool _isClosing;

        public void Run()
        {
            Take(initiator.Start(clock.Elapsed));
            var steps = 0;
            while (initiator.Ending is null && Step())
            {
                if (++steps > MostSteps)
                    throw new WrongAnswerException($"the session goes on after {MostSteps} steps");
            }

            if (clock.Elapsed > Longest)
                throw new WrongAnswerException($"the session took {clock.Elapsed}");
            if (initiator.Ending is null)
                throw new WrongAnswerException("the session waits for nothing and has not ended");
        }

        /// <returns>False when nothing will ever happen.</returns>
        private bool Step()
        {
            if (_toPeer.TryDequeue(out var arrived))
            {
                transcript.Received(Session, arrived, Remote.ToString());
                Take(initiator.Receive(arrived, clock.Elapsed));
            }
            else if (_toGateway.TryDequeue(out var request))
            {
                Answered(gateway.Receive(request, Local, Remote, clock.Elapsed));
            }
            else if (initiator.Child is not null && !_isClosing)
            {
                _isClosing = true;
                Take(initiator.Close(clock.Elapsed));
            }
            else if (Earlier(initiator.Deadline, gateway.Deadline) is { } next)
            {
                clock.GoTo(next);
                Answered(gateway.Tick(clock.Elapsed));
                Take(initiator.Tick(clock.Elapsed));
            }
            else
            {
                return false;
            }

            return true;
        }

        private static TimeSpan? Earlier(TimeSpan? one, TimeSpan? other) => one is null || other < one ? other : one;

        private void Take(ImmutableArray<IkeEvent> events)
        {
            foreach (var happened in events)
            {
                if (happened is IkeEvent.Keyed keyed)
                    _keys = keyed.Keys;
                if (happened is IkeEvent.Send send)
                {
                    transcript.Sent(Session, send.Datagram, Remote.ToString(), send.Transmission);
                    _toGateway.Enqueue(send.Datagram);
                }
                else
                {
                    transcript.Add(Session, happened);
                }
            }
        }

        private void Answered(ImmutableArray<GatewayDatagram> answers)
        {
            foreach (var answer in answers)
            {
                edits.Next();
                var altered = Inside(answer.Datagram);
                foreach (var bytes in edits.OnTheWay(altered.Bytes.ToArray()))
                    _toPeer.Enqueue(new(altered.Port, bytes));
            }
        }

        /// <summary>What is encrypted is opened, changed and sealed again; IKE_SA_INIT, which is not, is changed as it is.</summary>
        private IkeDatagram Inside(IkeDatagram datagram)
        {
            var bytes = datagram.Message!.Value.ToArray();
            var message = IkeMessage.Decode(bytes);
            if (_keys is not { } keys || message.Payloads is not [EncryptedPayload or EncryptedFragmentPayload])
                return IkeDatagram.Of(datagram.Port, edits.Inside(bytes));

            var cipher = IkeCipher.Of(keys, fromInitiator: false);
            var iv = new byte[cipher.IvSize];
            System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(iv, ++_sealed);
            switch (message.Payloads[0])
            {
                case EncryptedFragmentPayload piece when cipher.Open(bytes, piece.Body) is { } content:
                    return IkeDatagram.Of(datagram.Port, cipher.SealFragment(message.Header, piece.FirstInside, (ushort)piece.Number, (ushort)piece.Total, edits.Inside(content), iv));
                case EncryptedPayload whole when cipher.Open(bytes, whole.Body) is { } content:
                    // The first byte that is edited stands for the type of the first payload.
                    var changed = edits.Inside([whole.FirstInside.Value, .. content]);
                    return IkeDatagram.Of(datagram.Port, cipher.Seal(message.Header, new(changed.Length > 0 ? changed[0] : (byte)0), changed.AsSpan(Math.Min(1, changed.Length)), iv));
                default:
                    return datagram;
            }
        }
    }
}
