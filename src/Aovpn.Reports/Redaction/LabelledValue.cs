namespace Aovpn.Reports.Redaction;

/// <summary>A name in a line: where it stands, without quotes, and of what it is the name.</summary>
internal readonly record struct LabelledValue(NameKind Kind, int Start, int Length)
{
    public int End => Start + Length;
}
