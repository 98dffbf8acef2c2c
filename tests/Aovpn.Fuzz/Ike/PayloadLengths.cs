using System.Buffers.Binary;
using Aovpn.Codecs.Ike;

namespace Aovpn.Fuzz.Ike;

/// <summary>Lengths of a chain of payloads that fit: each as it is where it can be, the last to the end.</summary>
internal static class PayloadLengths
{
    private const int Header = PayloadChain.HeaderSize;

    /// <param name="first">Type of the first payload.</param>
    public static void Fit(Span<byte> chain, byte first)
    {
        for (var (type, at) = (first, 0); type != 0 && chain.Length - at >= Header;)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(chain[(at + 2)..]);
            var left = chain.Length - at;
            var isLast = chain[at] == 0 || left - length < Header || type is 46 or 53;
            if (length < Header || isLast)
                length = (ushort)Math.Min(left, ushort.MaxValue);
            if (isLast && type is not (46 or 53))
                chain[at] = 0;
            BinaryPrimitives.WriteUInt16BigEndian(chain[(at + 2)..], length);
            if (isLast)
                return;
            (type, at) = (chain[at], at + length);
        }
    }
}
