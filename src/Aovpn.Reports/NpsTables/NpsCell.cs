namespace Aovpn.Reports.NpsTables;

/// <summary>A value of a table; empty where the record has none. Which member is set follows from the column's <see cref="NpsColumnKind"/>.</summary>
public readonly record struct NpsCell(string? Text, long? Number, DateTime? Time)
{
    public static NpsCell Of(string? text) => new(text, null, null);

    public static NpsCell Of(long? number) => new(null, number, null);

    public static NpsCell Of(DateTime? time) => new(null, null, time);

    public bool IsEmpty => Text is null && Number is null && Time is null;
}
