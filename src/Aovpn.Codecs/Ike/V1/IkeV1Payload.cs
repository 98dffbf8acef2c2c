namespace Aovpn.Codecs.Ike.V1;

/// <summary>One payload of an IKEv1 message: records for those that are looked into, <see cref="IkeV1OpaquePayload"/> for the rest.</summary>
public abstract record IkeV1Payload
{
    public abstract IkeV1PayloadType Type { get; }

    /// <summary>Writes what follows the generic payload header.</summary>
    public abstract void Encode(WireWriter body);

    /// <summary>Reads the body by its type; what does not read as promised comes back opaque, with its problem.</summary>
    public static IkeV1Payload Decode(IkeV1PayloadType type, WireReader body)
    {
        var whole = body;
        try
        {
            return type.Value switch
            {
                1 when IkeV1EspProposalPayload.IsEsp(whole) => IkeV1EspProposalPayload.Decode(ref body),
                1 => IkeV1SecurityAssociationPayload.Decode(ref body),
                5 => IkeV1IdentificationPayload.Decode(ref body),
                11 => IkeV1NotificationPayload.Decode(ref body),
                12 => IkeV1DeletePayload.Decode(ref body),
                _ => new IkeV1OpaquePayload(type, [.. body.Rest()]),
            };
        }
        catch (MalformedException malformed)
        {
            return new IkeV1OpaquePayload(type, [.. whole.Rest()], malformed);
        }
    }
}
