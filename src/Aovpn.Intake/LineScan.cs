using System.Text;

namespace Aovpn.Intake;

/// <summary>Counts lines and hands out the wanted ones, cut to a length; a line of gigabytes costs no memory.</summary>
internal static class LineScan
{
    /// <param name="longest">Characters kept of a line.</param>
    /// <param name="isWanted">Asked for each line's number, from 1, when the line ends.</param>
    public static IEnumerable<(long Number, string Line)> Of(TextReader text, int longest, Func<long, bool> isWanted)
    {
        var buffer = GC.AllocateUninitializedArray<char>(64 * 1024);
        var line = new StringBuilder();
        long number = 1;
        var carriageReturn = false;
        for (int count; (count = text.Read(buffer, 0, buffer.Length)) > 0;)
        {
            var start = 0;
            if (carriageReturn && buffer[0] == '\n')
                start = 1;
            carriageReturn = false;
            while (start < count)
            {
                var length = buffer.AsSpan(start, count - start).IndexOfAny('\r', '\n');
                var piece = length < 0 ? count - start : length;
                line.Append(buffer, start, Math.Min(piece, Math.Max(longest + 1 - line.Length, 0)));
                start += piece;
                if (length < 0)
                    break;
                if (isWanted(number))
                    yield return (number, line.ToString());
                line.Clear();
                number++;
                carriageReturn = buffer[start++] == '\r';
                if (carriageReturn && start < count)
                {
                    if (buffer[start] == '\n')
                        start++;
                    carriageReturn = false;
                }
            }
        }

        if (line.Length > 0 && isWanted(number))
            yield return (number, line.ToString());
    }
}
