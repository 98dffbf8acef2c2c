using System.Buffers;

namespace Aovpn.Codecs.Eap;

/// <summary>Joins the fragments of one TLS flight. Bounded: a peer cannot make it grow without end.</summary>
public sealed class EapTlsReassembly
{
    /// <summary>Most that a flight may hold, in bytes: a certificate of 64 KB with a chain fits; RFC 5216 section 3.1 allows more, nobody sends it.</summary>
    public const int Largest = 256 * 1024;

    private readonly ArrayBufferWriter<byte> _flight = new();
    private uint? _announced;

    /// <summary>Fragments are missing still.</summary>
    public bool IsUnderWay => _flight.WrittenCount > 0;

    /// <returns>The whole flight, which may be empty, once its last fragment is there; null before.</returns>
    /// <exception cref="MalformedException">More than was announced or than <see cref="Largest"/>, or a fragment without data that announces more.</exception>
    public byte[]? Add(EapTlsFrame frame)
    {
        if (frame.TlsLength is { } announced)
        {
            if (announced > Largest)
                throw Refused("EapTls.TlsMessageLength", $"announces {announced} bytes, more than the {Largest} that are taken");
            if (_announced is { } before && before != announced)
                throw Refused("EapTls.TlsMessageLength", $"is {announced}, an earlier fragment has {before}");
            _announced = announced;
        }

        if (frame.HasMore && frame.Data.IsEmpty)
            throw Refused("EapTls.Data", "is empty, and more is announced");
        if (_flight.WrittenCount + frame.Data.Length > (_announced ?? Largest))
            throw Refused("EapTls.Data", $"brings the flight to {_flight.WrittenCount + frame.Data.Length} bytes, {_announced ?? Largest} are announced or taken");

        _flight.Write(frame.Data.AsSpan());
        if (frame.HasMore)
            return null;
        if (_announced is { } whole && whole != _flight.WrittenCount)
            throw Refused("EapTls.Data", $"ends the flight at {_flight.WrittenCount} bytes, {whole} are announced");

        var flight = _flight.WrittenSpan.ToArray();
        Clear();
        return flight;
    }

    private void Clear()
    {
        _flight.Clear();
        _announced = null;
    }

    private MalformedException Refused(string field, string problem)
    {
        Clear();
        return new(field, 0, problem);
    }
}
