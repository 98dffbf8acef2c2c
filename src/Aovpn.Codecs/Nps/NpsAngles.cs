using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Aovpn.Codecs.Nps;

/// <summary>Finds where tags open, up to the line's end or as many as there is room for, 64 bytes at a time.</summary>
internal static class NpsAngles
{
    /// <param name="bytes">At least <see cref="NpsBlock.Length"/> more than may be looked at, NUL behind it.</param>
    /// <param name="start">Where the record begins.</param>
    /// <param name="marks">Receives the positions of <c>&lt;</c>, and behind them that of the line's end if it was reached.</param>
    /// <returns>How many marks.</returns>
    public static int Find(byte[] bytes, int start, int[] marks)
    {
        ref var mark = ref MemoryMarshal.GetArrayDataReference(marks);
        var most = marks.Length - NpsBlock.Length - NpsMarks.Slack;
        var count = 0;
        var ends = 0UL;
        for (var at = start; count <= most && ends == 0; at += NpsBlock.Length)
        {
            ref var block = ref NpsBlock.At(bytes, at);
            ends = NpsBlock.UpToLineFeed(ref block);
            var tags = NpsBlock.Equal(ref block, (byte)'<');

            // Up to the first end, and that itself.
            tags = (tags | ends) & (ends ^ (ends - 1));
            count += NpsMarks.Sparse(tags, at, ref Unsafe.Add(ref mark, count));
        }

        return count;
    }
}
