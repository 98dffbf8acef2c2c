namespace Aovpn.Codecs.Ike;

/// <summary>One payload of an IKEv2 message: a record for each type that is known, <see cref="UnknownPayload"/> for the rest.</summary>
public abstract record IkePayload
{
    /// <summary>The number that the payload before it names, RFC 7296 §3.2.</summary>
    public abstract PayloadType Type { get; }

    /// <summary>The sender wants the message refused if this type is unknown, RFC 7296 §2.5.</summary>
    public bool Critical { get; init; }

    /// <summary>Writes what follows the generic payload header.</summary>
    public abstract void Encode(WireWriter body);

    /// <summary>Reads the body of a payload by its type. What does not read as its type promises comes back as <see cref="MalformedPayload"/>.</summary>
    /// <param name="type">From the payload before it.</param>
    /// <param name="body">Exactly the body, without the generic header.</param>
    public static IkePayload Decode(PayloadType type, WireReader body)
    {
        var whole = body;
        try
        {
            return Known(type, ref body);
        }
        catch (MalformedException malformed)
        {
            return new MalformedPayload(type, [.. whole.Rest()], malformed);
        }
    }

    private static IkePayload Known(PayloadType type, ref WireReader body) => type.Value switch
    {
        33 => SecurityAssociationPayload.Decode(ref body),
        34 => KeyExchangePayload.Decode(ref body),
        35 => IdentificationPayload.Decode(ref body, ofInitiator: true),
        36 => IdentificationPayload.Decode(ref body, ofInitiator: false),
        37 => CertificatePayload.Decode(ref body),
        38 => CertificateRequestPayload.Decode(ref body),
        39 => AuthenticationPayload.Decode(ref body),
        40 => NoncePayload.Decode(ref body),
        41 => NotifyPayload.Decode(ref body),
        42 => DeletePayload.Decode(ref body),
        43 => VendorIdPayload.Decode(ref body),
        44 => TrafficSelectorPayload.Decode(ref body, ofInitiator: true),
        45 => TrafficSelectorPayload.Decode(ref body, ofInitiator: false),
        47 => ConfigurationPayload.Decode(ref body),
        48 => EapPayload.Decode(ref body),
        _ => new UnknownPayload(type, [.. body.Rest()]),
    };
}
