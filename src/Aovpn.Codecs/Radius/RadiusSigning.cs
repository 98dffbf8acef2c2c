using System.Collections.Immutable;
using System.Security.Cryptography;
using Aovpn.Codecs.Cryptography;

namespace Aovpn.Codecs.Radius;

/// <summary>What RADIUS computes with the shared secret: authenticators of requests and responses, and their checks.</summary>
public static class RadiusSigning
{
    private const int AuthenticatorAt = 4;

    /// <summary>A request of the kinds whose authenticator is random: Access-Request and Status-Server.</summary>
    /// <param name="authenticator">16 random bytes.</param>
    /// <param name="withMessageAuthenticator">Puts a Message-Authenticator before all else, as RFC 3579 section 3.2 and the answer to BlastRADIUS have it.</param>
    public static byte[] EncodeRequest(
        RadiusCode code, byte identifier, ReadOnlySpan<byte> authenticator, IEnumerable<RadiusAttribute> attributes, ReadOnlySpan<byte> secret, bool withMessageAuthenticator = true)
    {
        ImmutableArray<RadiusAttribute> all = withMessageAuthenticator ? [EmptyMessageAuthenticator, .. attributes] : [.. attributes];
        var encoded = new RadiusPacket(code, identifier, [.. authenticator], all).Encode();
        if (withMessageAuthenticator)
            Digests.HmacMd5(secret, encoded).CopyTo(encoded.AsSpan(RadiusPacket.HeaderLength + 2));
        return encoded;
    }

    /// <summary>An Accounting-Request, whose authenticator is MD5 over itself and the secret: RFC 2866 section 3.</summary>
    public static byte[] EncodeAccounting(byte identifier, IEnumerable<RadiusAttribute> attributes, ReadOnlySpan<byte> secret)
    {
        var encoded = new RadiusPacket(RadiusCode.AccountingRequest, identifier, [.. new byte[RadiusPacket.AuthenticatorLength]], [.. attributes]).Encode();
        Digests.Md5([.. encoded, .. secret]).CopyTo(encoded.AsSpan(AuthenticatorAt));
        return encoded;
    }

    /// <summary>A response, as a server sends it.</summary>
    /// <param name="requestAuthenticator">Of the request answered.</param>
    public static byte[] EncodeResponse(
        RadiusCode code, byte identifier, ReadOnlySpan<byte> requestAuthenticator, IEnumerable<RadiusAttribute> attributes, ReadOnlySpan<byte> secret, bool withMessageAuthenticator = true)
    {
        var encoded = EncodeRequest(code, identifier, requestAuthenticator, attributes, secret, withMessageAuthenticator);
        Digests.Md5([.. encoded, .. secret]).CopyTo(encoded.AsSpan(AuthenticatorAt));
        return encoded;
    }

    /// <summary>Checks a response against the request that it answers.</summary>
    /// <param name="response">As received, up to its Length.</param>
    /// <exception cref="MalformedException">It is no RADIUS packet.</exception>
    public static RadiusVerification VerifyResponse(ReadOnlySpan<byte> response, ReadOnlySpan<byte> requestAuthenticator, ReadOnlySpan<byte> secret)
    {
        var (packet, bytes) = Trimmed(response);
        requestAuthenticator.CopyTo(bytes.AsSpan(AuthenticatorAt));
        var authenticator = Digests.Md5([.. bytes, .. secret]);
        return new(
            CryptographicOperations.FixedTimeEquals(authenticator, packet.Authenticator.AsSpan()), Check(packet, bytes, secret),
            packet.Attributes is [{ } first, ..] && first.Type == RadiusAttributeType.MessageAuthenticator);
    }

    /// <summary>A request's Message-Authenticator, as a server checks it.</summary>
    /// <exception cref="MalformedException">It is no RADIUS packet.</exception>
    public static MessageAuthenticatorState VerifyRequest(ReadOnlySpan<byte> request, ReadOnlySpan<byte> secret)
    {
        var (packet, bytes) = Trimmed(request);
        return Check(packet, bytes, secret);
    }

    private static RadiusAttribute EmptyMessageAuthenticator => new(RadiusAttributeType.MessageAuthenticator, [.. new byte[16]]);

    private static (RadiusPacket Packet, byte[] Bytes) Trimmed(ReadOnlySpan<byte> message)
    {
        var packet = RadiusPacket.Decode(message);
        return (packet, message[..((message[2] << 8) | message[3])].ToArray());
    }

    /// <summary>HMAC-MD5 over the packet with the attribute's value zeroed; in a response the authenticator is the request's.</summary>
    private static MessageAuthenticatorState Check(RadiusPacket packet, ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> secret)
    {
        var at = RadiusPacket.HeaderLength;
        foreach (var attribute in packet.Attributes)
        {
            if (attribute.Type == RadiusAttributeType.MessageAuthenticator)
            {
                if (attribute.Value.Length != 16)
                    return MessageAuthenticatorState.Wrong;
                var zeroed = bytes.ToArray();
                zeroed.AsSpan(at + 2, 16).Clear();
                return CryptographicOperations.FixedTimeEquals(Digests.HmacMd5(secret, zeroed), attribute.Value.AsSpan())
                    ? MessageAuthenticatorState.Right
                    : MessageAuthenticatorState.Wrong;
            }

            at += attribute.Value.Length + 2;
        }

        return MessageAuthenticatorState.Absent;
    }
}
