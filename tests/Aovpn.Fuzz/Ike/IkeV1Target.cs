using System.Buffers.Binary;
using Aovpn.Codecs.Ike;
using Aovpn.Codecs.Ike.V1;

namespace Aovpn.Fuzz.Ike;

/// <summary>Messages of IKEv1 as a gateway for L2TP sends them: main mode's first ones, encrypted ones as far as they are read, and what is inside them.</summary>
internal sealed class IkeV1Target : RecodingTarget
{
    public override string Name => "ike-v1";

    public override int HeaderLength => IkeHeader.Size;

    public override IEnumerable<byte[]> Seeds()
    {
        IkeV1Transform[] transforms = [new(7, 2, 1, 14, 256, 28_800), new(5, 2, 3, 2)];
        yield return IkeV1Message.Of(1, 2, ExchangeType.MainMode, 0, [new IkeV1SecurityAssociationPayload([.. transforms]), new IkeV1OpaquePayload(IkeV1PayloadType.VendorId, [1, 2, 3, 4])]).Encode();
        yield return IkeV1Message.Of(1, 2, ExchangeType.InformationalV1, 7, [new IkeV1OpaquePayload(IkeV1PayloadType.Notification, [0, 0, 0, 1, 1, 8, 0, 14, 1, 2, 3, 4, 5, 6, 7, 8])]).Encode();
        var encrypted = IkeV1Message.Of(1, 2, ExchangeType.MainMode, 0, [new IkeV1OpaquePayload(IkeV1PayloadType.VendorId, [.. new byte[32]])]).Encode();
        encrypted[19] = 1;
        yield return encrypted;
        yield return IkeV1Message.Of(
            1, 2, ExchangeType.QuickMode, 7,
            [
                new IkeV1OpaquePayload(IkeV1PayloadType.Hash, [.. new byte[20]]), new IkeV1EspProposalPayload(0x01020304, [new(12, 2, 4, 256, 3600), new(3, 2, 4, null, 3600)]),
                new IkeV1OpaquePayload(IkeV1PayloadType.Nonce, [.. new byte[16]]), IkeV1IdentificationPayload.Of(new System.Net.IPAddress([198, 51, 100, 10]), 17, 1701),
            ]).Encode();
        yield return IkeV1Message.Of(1, 2, ExchangeType.InformationalV1, 8, [new IkeV1DeletePayload(3, 4, [1, 2, 3, 4]), new IkeV1DeletePayload(1, 16, [.. new byte[16]])]).Encode();
    }

    public override byte[] Repair(byte[] input, Random random)
    {
        if (input.Length < IkeHeader.Size)
            return input;
        input[17] = (byte)(IkeV1Message.Version | (input[17] & 0x0F));
        BinaryPrimitives.WriteUInt32BigEndian(input.AsSpan(24), (uint)input.Length);
        if ((input[19] & 1) == 0)
            PayloadLengths.Fit(input.AsSpan(IkeHeader.Size), input[16]);
        return input;
    }

    protected override byte[] Recoded(byte[] input)
    {
        var message = IkeV1Message.Decode(input);
        foreach (var payload in message.Payloads)
            _ = payload.ToString();
        var transforms = message.Payloads.OfType<IkeV1SecurityAssociationPayload>().SelectMany(one => one.Transforms).ToArray();
        foreach (var transform in transforms)
            _ = transform.ToString();

        var tunnels = message.Payloads.OfType<IkeV1EspProposalPayload>().SelectMany(one => one.Transforms).ToArray();
        foreach (var transform in tunnels)
            _ = $"{transform} {transform.Suite}";

        // Values of more than sixteen bits are read, but nobody writes them.
        return transforms.Length < 256 && tunnels.Length < 256 && tunnels.All(one => IsShort(one.Mode) && IsShort(one.Integrity) && IsShort(one.KeyLength ?? 0)) && transforms.All(one => IsShort(one.Encryption) && IsShort(one.Hash) && IsShort(one.Authentication) && IsShort(one.Group) && IsShort(one.KeyLength ?? 0))
            ? message.Encode()
            : input;
    }

    private static bool IsShort(int value) => value is >= 0 and <= ushort.MaxValue;
}
