namespace Aovpn.Fuzz.Peers;

/// <summary>
/// What happens to the responder's messages on their way to the peer: the input of the fuzzer, five bytes an edit. Which message, at which layer and
/// how, where (two bytes), with which value.
/// </summary>
internal sealed class MessageEdits(byte[] input)
{
    /// <summary>Bytes of input before the edits: the variant of the run.</summary>
    public const int Header = 1;

    private const int Length = 5, Inserted = 32;

    /// <summary>As the messages of a run are counted.</summary>
    private int _message = -1;

    /// <summary>A message that is sent before others, as it was then.</summary>
    private byte[]? _earlier;

    public static byte[] Edit(byte message, bool isInside, MessageEdit kind, ushort place, byte value) =>
        [message, (byte)((isInside ? 0x80 : 0) | (byte)kind), (byte)(place >> 8), (byte)place, value];

    /// <summary>The next message comes.</summary>
    public void Next() => _message++;

    /// <summary>The message as it is about to be protected.</summary>
    public byte[] Inside(byte[] content)
    {
        foreach (var (kind, place, value) in Of(inside: true))
            content = Changed(content, kind, place, value);
        return content;
    }

    /// <summary>The message as it travels; none for a loss, two for a repetition.</summary>
    public IEnumerable<byte[]> OnTheWay(byte[] datagram)
    {
        List<byte[]> sent = [datagram];
        foreach (var (kind, place, value) in Of(inside: false))
        {
            switch (kind)
            {
                case MessageEdit.Lose:
                    sent.Clear();
                    break;
                case MessageEdit.Repeat:
                    sent.Add(_earlier is { } earlier && value % 2 == 0 ? earlier : datagram);
                    break;
                default:
                    sent = [.. sent.Select(one => Changed(one, kind, place, value))];
                    break;
            }
        }

        _earlier = datagram;
        return sent;
    }

    private IEnumerable<(MessageEdit Kind, int Place, byte Value)> Of(bool inside)
    {
        for (var at = Header; at + Length <= input.Length; at += Length)
        {
            if (input[at] == _message && (input[at + 1] & 0x80) != 0 == inside)
                yield return ((MessageEdit)(input[at + 1] & 0x7F), (input[at + 2] << 8) | input[at + 3], input[at + 4]);
        }
    }

    private static byte[] Changed(byte[] bytes, MessageEdit kind, int place, byte value)
    {
        if (bytes.Length == 0)
            return [value];
        place %= bytes.Length;
        switch ((int)kind % 5)
        {
            case 1:
                return [.. bytes.AsSpan(0, place).ToArray().Select((one, at) => at == place - 1 ? (byte)(one ^ value) : one), .. bytes.AsSpan(place)];
            case 2:
                return bytes[..place];
            case 3:
                var filled = new byte[1 + (value % Inserted)];
                filled.AsSpan().Fill(value);
                return [.. bytes.AsSpan(0, place), .. filled, .. bytes.AsSpan(place)];
            case 4:
                return [.. bytes.AsSpan(0, place), .. bytes.AsSpan(Math.Min(bytes.Length, place + 1 + (value % Inserted)))];
            default:
                var set = (byte[])bytes.Clone();
                set[place] = value;
                return set;
        }
    }
}
