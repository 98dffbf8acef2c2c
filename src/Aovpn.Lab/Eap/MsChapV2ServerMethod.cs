using System.Security.Cryptography;
using Aovpn.Codecs;
using Aovpn.Codecs.Eap;

namespace Aovpn.Lab.Eap;

/// <summary>EAP-MSCHAPv2 on the server's side.</summary>
internal sealed class MsChapV2ServerMethod(EapServerSettings settings) : IEapServerMethod
{
    private readonly byte[] _challenge = RandomNumberGenerator.GetBytes(16);
    private MppeKeys? _keys;
    private bool _verified;
    private string? _fault;

    public EapType Type => EapType.MsChapV2;

    public bool IsDone { get; private set; }

    public string? Refusal { get; private set; }

    public byte[]? Key => IsDone ? _keys?.MasterSessionKey() : null;

    public EapPacket Begin(byte identifier) => Request(identifier, new MsChapV2Packet.Challenge(identifier, [.. _challenge], "lab-nps"));

    public EapPacket? Answer(EapPacket response, byte identifier)
    {
        switch (MsChapV2Packet.Decode(response.Data.AsSpan()))
        {
            case MsChapV2Packet.Response answer when !_verified && _fault is null:
                return Verify(answer, identifier);
            case MsChapV2Packet.Acknowledgement { OpCode: var code } when _verified && code == MsChapV2OpCode.Success:
                IsDone = true;
                return null;
            case MsChapV2Packet.Acknowledgement when _fault is not null:
                Refusal = _fault;
                return null;
            default:
                throw new MalformedException("MsChapV2.OpCode", 0, "is out of turn");
        }
    }

    public void Dispose()
    {
    }

    private EapPacket Verify(MsChapV2Packet.Response answer, byte identifier)
    {
        var expected = MsChapV2.GenerateNtResponse(_challenge, answer.PeerChallenge.AsSpan(), answer.Name, settings.Password);
        var error = settings.Account switch
        {
            LabAccount.LockedOut => 647,
            _ when !CryptographicOperations.FixedTimeEquals(expected, answer.NtResponse.AsSpan()) => 691,
            LabAccount.PasswordExpired => 648,
            _ => 0,
        };
        if (error != 0)
        {
            _fault = $"MS-CHAP error {error}";
            return Request(identifier, new MsChapV2Packet.Failure(answer.Id, $"E={error} R={(error == 691 ? 1 : 0)} C={Convert.ToHexString(RandomNumberGenerator.GetBytes(16))} V=3 M=refused"));
        }

        _verified = true;
        _keys = MppeKeys.Derive(settings.Password, expected);
        var proof = MsChapV2.GenerateAuthenticatorResponse(settings.Password, expected, answer.PeerChallenge.AsSpan(), _challenge, answer.Name);
        return Request(identifier, new MsChapV2Packet.Success(answer.Id, proof + " M=OK"));
    }

    private static EapPacket Request(byte identifier, MsChapV2Packet packet) => EapPacket.Request(identifier, EapType.MsChapV2, packet.Encode());
}
