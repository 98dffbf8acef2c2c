using System.Buffers.Binary;
using Aovpn.Codecs.Ike;

namespace Aovpn.Fuzz.Ike;

/// <summary>Messages of IKEv2 with payloads of every type, in clear. What one that is whole was read to is written and read again the same.</summary>
internal sealed class IkeTarget : RecodingTarget
{
    public override string Name => "ike";

    public override int HeaderLength => IkeHeader.Size;

    public override IEnumerable<byte[]> Seeds()
    {
        yield return IkeSamples.Message(IkeSamples.Init, ExchangeType.IkeSaInit);
        yield return IkeSamples.Message(IkeSamples.Protected, ExchangeType.IkeAuth);
        foreach (var payload in IkeSamples.Init.Concat(IkeSamples.Protected))
            yield return IkeSamples.Message([payload], ExchangeType.Informational);
        yield return IkeSamples.Message([new EncryptedPayload(PayloadType.Notify, [.. new byte[48]])], ExchangeType.IkeAuth);
        yield return IkeSamples.Message([new EncryptedFragmentPayload(PayloadType.Notify, 1, 2, [.. new byte[48]])], ExchangeType.IkeAuth);
    }

    public override byte[] Repair(byte[] input, Random random)
    {
        if (input.Length < IkeHeader.Size)
            return input;
        input[17] = (byte)(IkeHeader.Version2 | (input[17] & 0x0F));
        BinaryPrimitives.WriteUInt32BigEndian(input.AsSpan(24), (uint)input.Length);
        PayloadLengths.Fit(input.AsSpan(IkeHeader.Size), input[16]);
        return input;
    }

    protected override byte[] Recoded(byte[] input)
    {
        var message = IkeMessage.Decode(input);
        _ = MessageRules.Violations(message.Header.Exchange, message.Header.IsResponse, message.Payloads).Count();
        foreach (var proposal in message.Payloads.OfType<SecurityAssociationPayload>().SelectMany(one => one.Proposals))
            _ = $"{proposal}{IkeSuite.Of(proposal)}";
        foreach (var payload in message.Payloads)
            Look(payload, input.Length);
        return message.Encode();
    }

    private static void Look(IkePayload payload, int length)
    {
        _ = payload.ToString();
        if (payload is MalformedPayload { Problem: { } problem } && (problem.Offset < IkeHeader.Size || problem.Offset > length))
            throw new WrongAnswerException($"a payload's problem is at byte {problem.Offset} of {length}");
        if (payload is TrafficSelectorPayload { Selectors: var selectors } && selectors.Any(one => one.Covers(IkeSamples.Somewhere.Address) && one.Covers(System.Net.IPAddress.IPv6Any)))
            throw new WrongAnswerException("a traffic selector covers addresses of two families");
    }
}
