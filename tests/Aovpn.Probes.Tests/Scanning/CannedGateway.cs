using Aovpn.Codecs.Ike;
using Aovpn.Probes.Sessions.Ike;

namespace Aovpn.Probes.Tests.Scanning;

/// <summary>What a gateway answers to a scan's question without keeping anything: another group, an error, or a cookie first.</summary>
internal static class CannedGateway
{
    public static byte[] AsksForGroup(ReadOnlyMemory<byte> request, IkePort port = IkePort.Ike) => Notify(request, port, new(NotifyMessageType.InvalidKePayload, 0, 14));

    public static byte[] Refuses(ReadOnlyMemory<byte> request, IkePort port = IkePort.Ike) => Notify(request, port, new(NotifyMessageType.NoProposalChosen));

    public static byte[] Cookie(ReadOnlyMemory<byte> request, IkePort port = IkePort.Ike) => Notify(request, port, new(NotifyMessageType.Cookie, 1, 2, 3, 4));

    public static bool HasCookie(ReadOnlyMemory<byte> request) => IkeMessage.Decode(request.Span).Notify(NotifyMessageType.Cookie) is not null;

    private static byte[] Notify(ReadOnlyMemory<byte> request, IkePort port, NotifyPayload notify)
    {
        var asked = IkeMessage.Decode(new IkeDatagram(port, request).Message!.Value.Span).Header;
        var header = IkeHeader.Of(asked.InitiatorSpi, 0, ExchangeType.IkeSaInit, 0, fromInitiator: false, isResponse: true);
        return IkeDatagram.Of(port, new IkeMessage(header, [notify]).Encode()).Bytes.ToArray();
    }
}
