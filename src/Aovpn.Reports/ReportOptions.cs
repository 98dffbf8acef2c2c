namespace Aovpn.Reports;

/// <summary>How a report is wanted.</summary>
/// <param name="Width">Columns of a line of text.</param>
/// <param name="Colour">Escape sequences repeat what the symbols say.</param>
/// <param name="All">Lists every cause, ruled out ones too, without a limit.</param>
public sealed record ReportOptions(int Width = 100, bool Colour = false, bool All = false)
{
    public static readonly ReportOptions Default = new();

    /// <summary>Text: only the causes found, one line each.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>Turns the values inside of messages into text.</summary>
    public MessageText Messages { get; init; } = MessageText.AsWritten;
}
