namespace Aovpn.Diagnosis.Evidence;

/// <summary>Passages as they stand in the text, whatever order a reader that seeks several forms found them in.</summary>
internal static class PassageOrder
{
    /// <summary>
    /// By their first lines. Where a line is the last of one and the first of the next, as in a table whose heading stands where a row would, it is the
    /// former's: each line is claimed once, nothing that was read is lost.
    /// </summary>
    public static IEnumerable<Passage> InOrder(this IEnumerable<Passage> passages)
    {
        var free = 1;
        foreach (var passage in passages.OrderBy(passage => passage.First))
        {
            var first = Math.Max(passage.First, free);
            var last = Math.Max(passage.Last, first - 1);
            yield return passage with { First = first, Last = last };
            free = last + 1;
        }
    }
}
