using System.Globalization;
using System.Text.Json;

namespace Aovpn.Intake.Following;

/// <summary><see cref="FollowState"/> as a file, schema <c>aovpn.nps-tail/1</c>.</summary>
internal static class FollowStateJson
{
    private const string Schema = "aovpn.nps-tail/1";

    public static byte[] Write(FollowState state) => JsonSerializer.SerializeToUtf8Bytes(
        new Document(Schema, state.OutputLength, state.Pending, [.. state.Logs.Select(Of)], [.. state.Gone.Select(Of)]), FollowStateJsonContext.Default.Document);

    /// <returns>Null where the bytes are no such state.</returns>
    public static FollowState? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, FollowStateJsonContext.Default.Document) is { Schema: Schema, Pending: not null, Logs: not null, Gone: not null } document
                ? new(document.OutputLength, document.Pending, [.. document.Logs.Select(Of)], [.. document.Gone.Select(Of)])
                : null;
        }
        catch (Exception failure) when (failure is JsonException or FormatException or OverflowException)
        {
            return null;
        }
    }

    private static LogDocument Of(FollowedLog log) => new(
        log.Path, log.Mark.Offset, log.Mark.Head.ToString("x32", CultureInfo.InvariantCulture), log.Mark.Tail.ToString("x32", CultureInfo.InvariantCulture), log.Lines, log.HasText,
        log.IsInLongLine);

    private static FollowedLog Of(LogDocument log) => new(log.Path, new(log.Offset, Hash(log.Head), Hash(log.Tail)), log.Lines, log.HasText, log.IsInLongLine);

    private static UInt128 Hash(string text) => UInt128.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    internal sealed record Document(string Schema, long OutputLength, byte[] Pending, LogDocument[] Logs, LogDocument[] Gone);

    internal sealed record LogDocument(string Path, long Offset, string Head, string Tail, long? Lines, bool HasText, bool IsInLongLine);
}
