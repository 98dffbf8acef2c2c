using System.Runtime.InteropServices;
using SharpFuzz.Common;

namespace Aovpn.Fuzz;

/// <summary>
/// The 64 KiB in which instrumented code counts how often it went from one block to the next, and what of it was ever seen. Counts are
/// told apart as 1, 2, 3, 4-7, 8-15, 16-31, 32-127 and more, as AFL does.
/// </summary>
internal sealed unsafe class CoverageMap
{
    private const int Size = 64 * 1024;

    private readonly byte* _counts = (byte*)NativeMemory.AlignedAlloc(Size, 64);
    private readonly byte[] _seen = new byte[Size];

    public CoverageMap() => Trace.SharedMem = _counts;

    /// <summary>Edges seen so far.</summary>
    public int Edges { get; private set; }

    /// <summary>Before each run.</summary>
    public void Clear()
    {
        new Span<byte>(_counts, Size).Clear();
        Trace.PrevLocation = 0;
    }

    /// <summary>Adds what the last run did.</summary>
    /// <returns>Whether it took an edge that none took before, or took one more often.</returns>
    public bool Merge()
    {
        var isNew = false;
        var words = new ReadOnlySpan<ulong>(_counts, Size / sizeof(ulong));
        for (var at = 0; at < words.Length; at += 8)
        {
            if ((words[at] | words[at + 1] | words[at + 2] | words[at + 3] | words[at + 4] | words[at + 5] | words[at + 6] | words[at + 7]) == 0)
                continue;
            for (var place = at * sizeof(ulong); place < (at + 8) * sizeof(ulong); place++)
            {
                if (_counts[place] == 0)
                    continue;
                var bucket = Bucket(_counts[place]);
                var seen = _seen[place];
                if ((seen & bucket) != 0)
                    continue;
                if (seen == 0)
                    Edges++;
                _seen[place] = (byte)(seen | bucket);
                isNew = true;
            }
        }

        return isNew;
    }

    private static byte Bucket(byte count) => count switch
    {
        <= 3 => (byte)(1 << (count - 1)),
        < 8 => 8,
        < 16 => 16,
        < 32 => 32,
        < 128 => 64,
        _ => 128,
    };
}
