namespace Aovpn.Diagnosis.Explaining;

/// <summary>Counts wrong, missing, added and swapped letters between two words (Damerau-Levenshtein, neighbours swapped once).</summary>
public static class Slips
{
    /// <returns>The count; anything above <paramref name="most"/> when there are more than that.</returns>
    public static int Between(string one, string other, int most)
    {
        if (Math.Abs(one.Length - other.Length) > most)
            return most + 1;

        var before = new int[other.Length + 1];
        var above = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var row = 1; row <= one.Length; row++)
        {
            var current = new int[other.Length + 1];
            current[0] = row;
            for (var column = 1; column <= other.Length; column++)
            {
                var wrong = one[row - 1] == other[column - 1] ? 0 : 1;
                current[column] = Math.Min(Math.Min(current[column - 1], above[column]) + 1, above[column - 1] + wrong);
                if (row > 1 && column > 1 && one[row - 1] == other[column - 2] && one[row - 2] == other[column - 1])
                    current[column] = Math.Min(current[column], before[column - 2] + 1);
            }

            (before, above) = (above, current);
        }

        return above[other.Length];
    }
}
