using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Network;

/// <summary>
/// Reads <c>ipconfig /all</c> in any language: an adapter is a line at the margin that ends with a colon, above indented lines with
/// dot leaders; what such a line says follows from the form of its value and from words that no translation changes.
/// </summary>
public sealed class IpconfigReader : IPassageReader
{
    public string Kind => "ipconfig";

    public int Order => 120;

    public Anchors Anchors { get; } = Anchors.Of([".:", .. Anchors.PropertyColon]);

    public IEnumerable<Passage> Find(EvidenceText text)
    {
        for (var number = 1; number <= text.Lines.Length; number++)
        {
            if (!IsStart(text, number))
                continue;
            var (adapters, last) = Adapters(text, number);
            if (adapters.Count == 0)
                continue;

            var source = text.Cite(number, last);
            yield return new(number, last, [new InterfacesListed(source, text.Artifact.Host, null, [.. adapters.Select(adapter => adapter.ToInterface(text))])], adapters.Count);
            number = last;
        }
    }

    private static bool IsStart(EvidenceText text, int number) =>
        CommandLine.Words(text[number], "ipconfig") is not null || IsTitle(text, number) || IsAdapter(text, number);

    /// <summary>Windows IP Configuration, in whatever order of words, above an indented line.</summary>
    private static bool IsTitle(EvidenceText text, int number) =>
        text[number].Length < 80 && text[number].Contains("Windows", StringComparison.Ordinal) && text[number].Contains("IP", StringComparison.Ordinal)
        && Next(text, number) is { } next && (IpconfigLine.Parse(text[next]) is not null || IsAdapter(text, next));

    private static bool IsAdapter(EvidenceText text, int number)
    {
        var line = text[number].TrimEnd();
        return line.Length is > 2 and < 200 && line[^1] == ':' && !line.Contains(" .", StringComparison.Ordinal) && !line.Contains("..", StringComparison.Ordinal)
            && Indent(line) < 3 && Next(text, number) is { } next && Indent(text[next]) > Indent(line) && IpconfigLine.Parse(text[next]) is { Dotted: true };
    }

    private static (List<IpconfigAdapter> Adapters, int Last) Adapters(EvidenceText text, int first)
    {
        var adapters = new List<IpconfigAdapter>();
        var last = first;
        for (var number = first; number <= text.Lines.Length; number++)
        {
            if (string.IsNullOrWhiteSpace(text[number]))
                continue;
            if (IsAdapter(text, number))
                adapters.Add(new(text[number], number));
            else if (char.IsWhiteSpace(text[number][0]))
                adapters.LastOrDefault()?.Take(text[number], number);
            else if (number != first && !IsTitle(text, number))
                break;
            last = number;
        }

        return (adapters, last);
    }

    private static int? Next(EvidenceText text, int number)
    {
        for (var next = number + 1; next <= Math.Min(number + 3, text.Lines.Length); next++)
        {
            if (!string.IsNullOrWhiteSpace(text[next]))
                return next;
        }

        return null;
    }

    private static int Indent(string line) => line.Length - line.AsSpan().TrimStart().Length;
}
