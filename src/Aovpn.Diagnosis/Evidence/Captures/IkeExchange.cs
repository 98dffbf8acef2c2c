using Aovpn.Codecs.Ike;

namespace Aovpn.Diagnosis.Evidence.Captures;

/// <summary>One request and its response, however often each was sent.</summary>
internal sealed class IkeExchange(bool fromInitiator, IkeHeader header)
{
    private readonly HashSet<ushort> _requestPieces = [];
    private readonly HashSet<ushort> _responsePieces = [];

    public bool FromInitiator => fromInitiator;

    public ExchangeType Type => header.Exchange;

    public uint MessageId => header.MessageId;

    /// <summary>How often the request was sent; its fragments count as one.</summary>
    public int Transmissions { get; private set; }

    public long LastFrame { get; private set; }

    public DateTimeOffset? First { get; private set; }

    public DateTimeOffset? Last { get; private set; }

    public int Port { get; private set; }

    public int LargestDatagram { get; private set; }

    /// <summary>A whole response came.</summary>
    public bool IsAnswered { get; private set; }

    /// <summary>IKE fragments seen of the request and of the response, and how many there should be; null for what was not fragmented.</summary>
    public (int Seen, int Total)? RequestPieces { get; private set; }

    public (int Seen, int Total)? ResponsePieces { get; private set; }

    public void Take(long frame, DateTimeOffset? at, IkeMessage message, int serverPort)
    {
        var fragment = message.First<EncryptedFragmentPayload>();
        if (message.Header.IsResponse)
        {
            if (fragment is { } piece)
            {
                _responsePieces.Add(piece.Number);
                ResponsePieces = (_responsePieces.Count, piece.Total);
                IsAnswered |= _responsePieces.Count == piece.Total;
            }
            else
            {
                IsAnswered = true;
            }

            return;
        }

        (LastFrame, Last, First, Port) = (frame, at, First ?? at, serverPort);
        LargestDatagram = (int)Math.Max(LargestDatagram, Math.Min(message.Header.Length, ushort.MaxValue));
        if (fragment is { } part)
        {
            _requestPieces.Add(part.Number);
            RequestPieces = (_requestPieces.Count, part.Total);
        }

        if (fragment is null or { Number: 1 })
            Transmissions++;
    }
}
