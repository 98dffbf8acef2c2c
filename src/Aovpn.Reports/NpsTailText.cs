using System.Globalization;
using System.Text;
using Aovpn.Codecs.Nps;
using Aovpn.Diagnosis.NpsReporting;

namespace Aovpn.Reports;

/// <summary>A record on one line for people: when, what, who, where, and why in words.</summary>
/// <param name="hasColour">Whether refusals are red and acceptances green.</param>
public sealed class NpsTailText(bool hasColour) : INpsTailWriter
{
    private const string Red = "\e[31m", Green = "\e[32m", Plain = "\e[0m";

    public void Write(StringBuilder output, string file, long? line, NpsLogEntry entry)
    {
        if (entry is NpsRecord record)
            Record(output, record);
        else
            NotRead(output, file, line, MessageText.AsWritten.Of(NpsDamageSentence.Of((NpsDamage)entry)));
    }

    public void WriteSkipped(StringBuilder output, string file, long? line) => NotRead(output, file, line, "a line that is too long to be a record was skipped");

    private void Record(StringBuilder output, NpsRecord record)
    {
        var meaning = NpsRecordMeaning.Of(record);
        var colour = !hasColour ? "" : meaning.Reason > 0 ? Red : meaning.What == "Access-Accept" ? Green : "";
        output.Append(colour)
            .Append(meaning.Time?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "no readable time  ").Append("  ")
            .Append(meaning.What.PadRight(16));
        Part(output, "  ", meaning.User);
        Part(output, "  from ", meaning.CallingStation);
        Part(output, "  at ", meaning.Client);
        Part(output, "  policy ", meaning.Policy);
        Part(output, "  ", meaning.Authentication);
        Part(output, "  session ", meaning.Session);
        if (meaning.Reason > 0)
        {
            output.Append(CultureInfo.InvariantCulture, $"  reason {meaning.Reason}");
            Part(output, " ", meaning.ReasonSymbol);
            Part(output, ": ", meaning.ReasonText);
        }

        output.Append(colour.Length > 0 ? Plain : "").Append('\n');
    }

    private static void NotRead(StringBuilder output, string file, long? line, string sentence)
    {
        output.Append("not read: ");
        Part(output, "", Path.GetFileName(file));
        if (line is { } known)
            output.Append(CultureInfo.InvariantCulture, $" line {known}");
        output.Append(": ").Append(sentence).Append('\n');
    }

    /// <summary>Names come from strangers: control characters must not reach a terminal, nor line ends a file of lines.</summary>
    private static void Part(StringBuilder output, string before, string? value)
    {
        if (value is null)
            return;
        output.Append(before);
        foreach (var letter in value)
            output.Append(char.IsControl(letter) || letter is '\u2028' or '\u2029' ? '\uFFFD' : letter);
    }
}
