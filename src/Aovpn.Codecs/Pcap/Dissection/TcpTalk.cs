using System.Runtime.InteropServices;
using Aovpn.Codecs.Pptp;
using Aovpn.Codecs.Tls;

namespace Aovpn.Codecs.Pcap.Dissection;

/// <summary>One direction of a TCP connection, read for messages as long as they are in clear.</summary>
internal sealed class TcpTalk(bool isPptp)
{
    /// <summary>A handshake in clear is smaller; what is longer is not worth keeping.</summary>
    private const int MostKept = 1 << 18;

    private readonly List<byte> _stream = [];
    private readonly List<byte> _handshake = [];
    private bool _given;
    private bool _encrypted;

    public TcpDirection Direction { get; } = new();

    /// <summary>Nothing was sent yet.</summary>
    public bool IsFresh { get; private set; } = true;

    public void Take(ReadOnlyMemory<byte> bytes, Place place, List<CapturedMessage> found)
    {
        var first = IsFresh;
        IsFresh = false;
        if (_given)
            return;
        _stream.AddRange(bytes.Span);
        try
        {
            if (isPptp)
                TakePptp(place, found);
            else if (first && bytes.Length >= 2 && !(bytes.Span[0] is >= 20 and <= 24 && bytes.Span[1] == 3))
                GiveUp();
            else
                TakeTls(place, found);
        }
        catch (MalformedException problem)
        {
            if (isPptp || _handshake.Count > 0)
                found.Add(new CapturedMessage.Malformed(place.Frame, place.At, place.From, place.To, isPptp ? "PPTP" : "TLS", problem));
            GiveUp();
        }

        if (_stream.Count > MostKept)
            GiveUp();
    }

    private void GiveUp()
    {
        _given = true;
        _stream.Clear();
        _handshake.Clear();
    }

    private void TakePptp(Place place, List<CapturedMessage> found)
    {
        ReadOnlyMemory<byte> left = _stream.ToArray();
        while (PptpMessage.LengthOf(left.Span) is { } length && left.Length >= Math.Max(length, PptpMessage.Header))
        {
            found.Add(new CapturedMessage.OfPptp(place.Frame, place.At, place.From, place.To, PptpMessage.Decode(left.Span)));
            left = left[length..];
        }

        Keep(_stream, left);
    }

    private void TakeTls(Place place, List<CapturedMessage> found)
    {
        ReadOnlyMemory<byte> left = _stream.ToArray();
        while (!_given && TlsRecord.Read(left) is { } record)
        {
            left = left[(TlsRecord.Header + record.Fragment.Length)..];
            if (record.Type == TlsContentType.ApplicationData)
                GiveUp();
            else if (record.Type == TlsContentType.ChangeCipherSpec)
                _encrypted = true;
            else if (record.Type == TlsContentType.Alert && record.Fragment.Length == 2)
                found.Add(new CapturedMessage.OfTlsAlert(place.Frame, place.At, place.From, place.To, TlsAlert.Decode(record.Fragment.Span)));
            else if (record.Type == TlsContentType.Handshake && !_encrypted)
                TakeHandshake(record.Fragment, place, found);
        }

        Keep(_stream, left);
    }

    private void TakeHandshake(ReadOnlyMemory<byte> fragment, Place place, List<CapturedMessage> found)
    {
        _handshake.AddRange(fragment.Span);
        if (!TlsHandshake.IsWhole(CollectionsMarshal.AsSpan(_handshake)))
        {
            if (_handshake.Count > MostKept)
                GiveUp();
            return;
        }

        ReadOnlyMemory<byte> left = _handshake.ToArray();
        while (TlsHandshake.Read(left) is { } message)
        {
            left = left[message.Length..];
            found.Add(new CapturedMessage.OfTlsHandshake(place.Frame, place.At, place.From, place.To, message));
        }

        Keep(_handshake, left);
    }

    private void Keep(List<byte> kept, ReadOnlyMemory<byte> left)
    {
        kept.Clear();
        if (!_given)
            kept.AddRange(left.Span);
    }
}
