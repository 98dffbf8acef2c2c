namespace Aovpn.Codecs.Ike.V1;

/// <summary>What the transforms of both phases have in common: a number, an id, attributes by type; RFC 2408 §3.6 and §3.3.</summary>
internal static class IkeV1TransformBody
{
    private const ushort FormatBit = 0x8000;

    /// <summary>The unit in which a lifetime is told: seconds, not kilobytes.</summary>
    private const int Seconds = 1;

    /// <summary>Reads a transform whose "next payload" has not been read yet.</summary>
    /// <returns>Its id, and the values of attributes that have at most 32 bits.</returns>
    /// <exception cref="MalformedException">The body ends inside a field, or a length contradicts another.</exception>
    public static (byte Id, Dictionary<int, uint> Values) Read(ref WireReader body)
    {
        body.U8("Transform.NextPayload");
        body.U8("Transform.Reserved");
        var length = body.U16("Transform.Length");
        var inside = body.Within(length - 4, "Transform.Length");
        inside.U8("Transform.Number");
        var id = inside.U8("Transform.Id");
        inside.U16("Transform.Reserved2");

        var values = new Dictionary<int, uint>();
        while (!inside.AtEnd)
        {
            var type = inside.U16("Transform.AttributeType");
            var value = inside.U16("Transform.AttributeValue");
            if ((type & FormatBit) != 0)
                values[type & ~FormatBit] = value;
            else if (value == 4)
                values[type] = inside.U32("Transform.AttributeValue");
            else
                inside.Take(value, "Transform.AttributeValue");
        }

        return (id, values);
    }

    /// <summary>Writes what follows "next payload" and its reserved byte.</summary>
    /// <param name="attributes">Of 16 bits, in their order.</param>
    /// <param name="lifetime">The type that says the lifetime's unit; its length has the next.</param>
    public static void Write(WireWriter body, int number, byte id, IEnumerable<(int Type, int Value)> attributes, int lifetime, uint? seconds)
    {
        ArgumentNullException.ThrowIfNull(body);
        body.LengthPrefixed16(
            inside =>
            {
                inside.U8(number).U8(id).U16(0);
                foreach (var (type, value) in attributes)
                    inside.U16(type | FormatBit).U16(value);
                if (seconds is { } lasting)
                    inside.U16(lifetime | FormatBit).U16(Seconds).U16(lifetime + 1).U16(4).U32(lasting);
            },
            extra: 4);
    }

    /// <returns>The lifetime in seconds; null if it was not told, or in kilobytes.</returns>
    public static uint? Lifetime(Dictionary<int, uint> values, int lifetime) =>
        values.GetValueOrDefault(lifetime) == Seconds && values.TryGetValue(lifetime + 1, out var seconds) ? seconds : null;
}
