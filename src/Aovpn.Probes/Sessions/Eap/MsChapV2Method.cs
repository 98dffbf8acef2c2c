using Aovpn.Codecs;
using Aovpn.Codecs.Eap;

namespace Aovpn.Probes.Sessions.Eap;

/// <summary>EAP-MSCHAPv2, draft-kamath-pppext-eap-mschapv2. One try: a second password is never sent, so that nobody is locked out.</summary>
internal sealed class MsChapV2Method(string userName, Secret password, bool inner) : IEapMethod
{
    private string? _expected;
    private MppeKeys? _keys;
    private bool _refused;

    public bool IsDone { get; private set; }

    public byte[]? Key => IsDone ? _keys?.MasterSessionKey() : null;

    public EapFailureReason? Left { get; private set; }

    public EapFailureReason IfRefused => _refused ? EapFailureReason.MsChapFailure
        : IsDone ? EapFailureReason.RefusedAfterHandshake : EapFailureReason.RefusedDuringMethod;

    public byte[]? Answer(EapPacket request, List<EapEvent> events)
    {
        switch (MsChapV2Packet.Decode(request.Data.AsSpan()))
        {
            case MsChapV2Packet.Challenge challenge when _expected is null:
                return Respond(challenge).Encode();

            case MsChapV2Packet.Success success when _expected is not null:
                return Verify(success, events);

            case MsChapV2Packet.Failure failure:
                _refused = true;
                var parsed = MsChapV2Failure.Parse(failure.Message);
                events.Add(new EapEvent.MsChapFailed(inner, parsed.Error, parsed.Retry, parsed.Text));
                return new MsChapV2Packet.Acknowledgement(MsChapV2OpCode.Failure).Encode();

            case var other:
                throw new MalformedException("MsChapV2.OpCode", 0, $"is {other.GetType().Name} where it cannot be");
        }
    }

    public void Dispose()
    {
    }

    private MsChapV2Packet.Response Respond(MsChapV2Packet.Challenge challenge)
    {
        var peerChallenge = RandomBytes.Of(16);
        var clear = password.Reveal();
        var response = MsChapV2.GenerateNtResponse(challenge.Value.AsSpan(), peerChallenge, userName, clear);
        _expected = MsChapV2.GenerateAuthenticatorResponse(clear, response, peerChallenge, challenge.Value.AsSpan(), userName);
        _keys = MppeKeys.Derive(clear, response);
        return new(challenge.Id, [.. peerChallenge], [.. response], userName);
    }

    private byte[]? Verify(MsChapV2Packet.Success success, List<EapEvent> events)
    {
        if (!MsChapV2.CheckAuthenticatorResponse(success.Message, _expected!))
        {
            Left = EapFailureReason.ServerDoesNotKnowPassword;
            return null;
        }

        IsDone = true;
        events.Add(new EapEvent.MsChapVerified(inner));
        return new MsChapV2Packet.Acknowledgement(MsChapV2OpCode.Success).Encode();
    }
}
