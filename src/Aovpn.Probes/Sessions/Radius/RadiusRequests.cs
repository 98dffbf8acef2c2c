using System.Text;
using Aovpn.Codecs;
using Aovpn.Codecs.Radius;

namespace Aovpn.Probes.Sessions.Radius;

/// <summary>One request outstanding at a time, and the check of what comes back: the part that every RADIUS exchange shares.</summary>
public sealed class RadiusRequests(RadiusClientSettings settings)
{
    private readonly byte[] _secret = Encoding.UTF8.GetBytes(settings.Secret.Reveal());
    private byte _identifier = RandomBytes.Of(1)[0];
    private RadiusCode _code;
    private byte[] _authenticator = [];

    /// <summary>Authenticator of the request outstanding: 16 bytes.</summary>
    public ReadOnlySpan<byte> Authenticator => _authenticator;

    public byte[] Access(IEnumerable<RadiusAttribute> attributes, bool withMessageAuthenticator = true) =>
        Random(RadiusCode.AccessRequest, attributes, withMessageAuthenticator);

    /// <summary>An Access-Request whose User-Password only the request's own authenticator can hide.</summary>
    public byte[] Password(string user, string password, IEnumerable<RadiusAttribute> attributes, bool withMessageAuthenticator)
    {
        Next(RadiusCode.AccessRequest);
        return RadiusSigning.EncodeRequest(
            _code, _identifier, _authenticator,
            [RadiusAttribute.OfText(RadiusAttributeType.UserName, user),
             RadiusAttribute.OfBytes(RadiusAttributeType.UserPassword, RadiusHiding.HidePassword(Encoding.UTF8.GetBytes(password), _secret, _authenticator)),
             .. attributes],
            _secret, withMessageAuthenticator);
    }

    public byte[] StatusServer(IEnumerable<RadiusAttribute> attributes) => Random(RadiusCode.StatusServer, attributes, withMessageAuthenticator: true);

    public byte[] Accounting(IEnumerable<RadiusAttribute> attributes)
    {
        Next(RadiusCode.AccountingRequest);
        var encoded = RadiusSigning.EncodeAccounting(_identifier, attributes, _secret);
        _authenticator = encoded[4..20];
        return encoded;
    }

    /// <summary>What came back; null, with an event, when it is no answer to the request outstanding.</summary>
    public RadiusPacket? Receive(ReadOnlySpan<byte> datagram, List<RadiusEvent> events, out RadiusVerification? verification)
    {
        verification = null;
        try
        {
            var reply = RadiusPacket.Decode(datagram);
            if (reply.Identifier != _identifier)
                return Ignored($"its identifier is {reply.Identifier}, the request's {_identifier}", events);
            if (!IsReply(reply.Code))
                return Ignored($"{reply.Code} is no answer to {_code}", events);
            verification = RadiusSigning.VerifyResponse(datagram, _authenticator, _secret);
            events.Add(new RadiusEvent.Replied(reply.Code, datagram.Length, verification));
            return reply;
        }
        catch (MalformedException malformed)
        {
            return Ignored(malformed.Message, events);
        }
    }

    /// <summary>A key that the server hid with the secret and the request's authenticator.</summary>
    public byte[]? Reveal(RadiusVendorAttribute attribute) => RadiusHiding.RevealKey(attribute.Value.AsSpan(), _secret, _authenticator);

    private bool IsReply(RadiusCode code) => _code == RadiusCode.AccountingRequest
        ? code == RadiusCode.AccountingResponse
        : code == RadiusCode.AccessAccept || code == RadiusCode.AccessReject || code == RadiusCode.AccessChallenge
            || (_code == RadiusCode.StatusServer && code == RadiusCode.AccountingResponse);

    private byte[] Random(RadiusCode code, IEnumerable<RadiusAttribute> attributes, bool withMessageAuthenticator)
    {
        Next(code);
        return RadiusSigning.EncodeRequest(code, _identifier, _authenticator, attributes, _secret, withMessageAuthenticator);
    }

    private void Next(RadiusCode code)
    {
        (_code, _identifier) = (code, unchecked((byte)(_identifier + 1)));
        _authenticator = RandomBytes.Of(RadiusPacket.AuthenticatorLength);
    }

    private static RadiusPacket? Ignored(string problem, List<RadiusEvent> events)
    {
        events.Add(new RadiusEvent.Ignored(problem));
        return null;
    }
}
