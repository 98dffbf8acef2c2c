using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Aovpn.Codecs;
using Aovpn.Codecs.Eap;
using Aovpn.Codecs.Radius;
using Aovpn.Lab.Eap;

namespace Aovpn.Lab.Radius;

/// <summary>The lab's NPS without a socket: a datagram in, a datagram or nothing out.</summary>
public sealed class RadiusServer(RadiusServerSettings settings) : IDisposable
{
    /// <summary>Authentications that may be under way at once; the oldest is forgotten for a new one.</summary>
    private const int MostSessions = 256;

    private readonly byte[] _secret = Encoding.UTF8.GetBytes(settings.Secret);
    private readonly Dictionary<string, EapServer> _sessions = [];
    private readonly Queue<string> _order = [];
    private (byte[] Request, byte[] Answer)? _last;

    /// <returns>Null for silence.</returns>
    public byte[]? Answer(ReadOnlySpan<byte> datagram)
    {
        if (settings.KnowsNobody || datagram.Length > settings.LargestRequest)
            return null;
        if (_last is { } last && datagram.SequenceEqual(last.Request))
            return last.Answer;
        try
        {
            var request = RadiusPacket.Decode(datagram);
            var answer = Answer(request, RadiusSigning.VerifyRequest(datagram, _secret));
            _last = answer is null ? null : (datagram.ToArray(), answer);
            return answer;
        }
        catch (MalformedException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        foreach (var session in _sessions.Values)
            session.Dispose();
    }

    private byte[]? Answer(RadiusPacket request, MessageAuthenticatorState signature)
    {
        if (signature is MessageAuthenticatorState.Wrong)
            return null;
        if (request.Code == RadiusCode.AccountingRequest)
            return Reply(request, RadiusCode.AccountingResponse, []);
        if (request.Code == RadiusCode.StatusServer)
            return settings.KnowsStatusServer && signature is MessageAuthenticatorState.Right ? Reply(request, RadiusCode.AccessAccept, []) : null;
        if (request.Code != RadiusCode.AccessRequest)
            return null;
        if (request.EapMessage() is { } eap)
            return signature is MessageAuthenticatorState.Right ? Authenticate(request, EapPacket.Decode(eap)) : null;
        return signature is MessageAuthenticatorState.Right || settings.IsForgeable ? Reply(request, RadiusCode.AccessReject, []) : null;
    }

    private byte[]? Authenticate(RadiusPacket request, EapPacket response)
    {
        var state = request.First(RadiusAttributeType.State)?.Value is { } known ? Convert.ToHexString(known.AsSpan()) : NewSession();
        if (!_sessions.TryGetValue(state, out var session))
            return Reply(request, RadiusCode.AccessReject, [.. RadiusPacket.SplitEap(EapPacket.Failure(response.Identifier).Encode())]);
        if (session.Answer(response) is not { } next)
            return null;

        ImmutableArray<RadiusAttribute> eap = [.. RadiusPacket.SplitEap(next.Encode())];
        if (session.Accepted is null)
            return Reply(request, RadiusCode.AccessChallenge, [.. eap, RadiusAttribute.OfBytes(RadiusAttributeType.State, Convert.FromHexString(state))]);
        _sessions.Remove(state);
        using (session)
            return session.Accepted is true ? Reply(request, RadiusCode.AccessAccept, [.. eap, .. Keys(request, session.Key)]) : Reply(request, RadiusCode.AccessReject, eap);
    }

    private string NewSession()
    {
        var state = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        if (_order.Count >= MostSessions && _sessions.Remove(_order.Dequeue(), out var oldest))
            oldest.Dispose();
        _order.Enqueue(state);
        _sessions[state] = new(settings.Eap);
        return state;
    }

    private IEnumerable<RadiusAttribute> Keys(RadiusPacket request, byte[]? key)
    {
        if (key is null)
            yield break;

        // MS-CHAPv2 has two keys of 16 bytes, the others two of 32.
        var half = key.AsSpan(32).IndexOfAnyExcept((byte)0) < 0 ? 16 : 32;
        yield return Hidden(request, RadiusVendorAttribute.MsMppeReceiveKey, key.AsSpan(0, half));
        yield return Hidden(request, RadiusVendorAttribute.MsMppeSendKey, key.AsSpan(half, half));
    }

    private RadiusAttribute Hidden(RadiusPacket request, byte type, ReadOnlySpan<byte> key)
    {
        byte[] salt = [(byte)(0x80 | type), RandomNumberGenerator.GetBytes(1)[0]];
        return new RadiusVendorAttribute(RadiusVendorAttribute.Microsoft, type, [.. RadiusHiding.HideKey(key, salt, _secret, request.Authenticator.AsSpan())]).ToAttribute();
    }

    private byte[] Reply(RadiusPacket request, RadiusCode code, ImmutableArray<RadiusAttribute> attributes) => RadiusSigning.EncodeResponse(
        code, request.Identifier, request.Authenticator.AsSpan(), attributes, _secret, withMessageAuthenticator: !settings.IsForgeable || attributes.Length > 0);
}
