using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence;

/// <summary>
/// Loads a text into lines within fixed memory: 48 million characters and 1 million lines in all, 4 million
/// characters in a line. Longer texts are logs, which
/// whole-artifact readers stream; of an unknown one the beginning is read and the rest is said to be unread.
/// </summary>
internal static class BoundedText
{
    public const int MaxCharacters = 48_000_000;
    public const int MaxLines = 1_000_000;
    public const int MaxLine = 4_000_000;

    /// <returns>The text, and an <see cref="Unreadable"/> for what was left out; null when all of it was read.</returns>
    public static (EvidenceText Text, Unreadable? Cut) Load(ArtifactContent content, Provenance provenance)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        var line = new StringBuilder();
        var buffer = ArrayPool<char>.Shared.Rent(64 * 1024);
        long read = 0;
        var cutLines = 0;
        var carriageReturn = false;

        using var text = content.OpenText();
        int count;
        while (read < MaxCharacters && lines.Count < MaxLines && (count = text.Read(buffer, 0, buffer.Length)) > 0)
        {
            read += count;
            foreach (var letter in buffer.AsSpan(0, count))
            {
                if (letter == '\n' && carriageReturn)
                {
                    carriageReturn = false;
                    continue;
                }

                carriageReturn = letter == '\r';
                if (letter is '\n' or '\r')
                    Close();
                else if (line.Length < MaxLine)
                    line.Append(letter);
                else if (line.Length == MaxLine)
                    (cutLines, _) = (cutLines + 1, line.Append('…'));
            }
        }

        if (line.Length > 0)
            Close();
        ArrayPool<char>.Shared.Return(buffer);

        var evidence = new EvidenceText(content.Artifact, lines.ToImmutable(), provenance);
        var whole = new Citation(content.Artifact, Locator.All);
        if (read >= MaxCharacters || lines.Count >= MaxLines)
            return (evidence, new Unreadable(whole, Message.Of($"only the first {read} characters were read: this is none of the logs that are read at any length; split it, or name the part that matters")));
        return cutLines == 0 ? (evidence, null)
            : (evidence, new Unreadable(whole, Message.Of($"{cutLines} lines are longer than {MaxLine} characters and were read up to there"), cutLines));

        void Close()
        {
            lines.Add(line.ToString());
            line.Clear();
        }
    }
}
