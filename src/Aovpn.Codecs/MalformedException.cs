namespace Aovpn.Codecs;

/// <summary>Bytes that are not what their format promises; says which field, where, and what was wrong with it.</summary>
/// <param name="field">Name of the field as the RFC spells it, with its structure: "Notify.SpiSize".</param>
/// <param name="offset">Where the field begins, in bytes from the beginning of the message.</param>
/// <param name="problem">What is wrong, in words that follow the field's name: "needs 4 bytes, 2 left".</param>
public sealed class MalformedException(string field, int offset, string problem)
    : FormatException($"{field} at byte {offset} {problem}")
{
    public string Field { get; } = field;

    public int Offset { get; } = offset;

    public string Problem { get; } = problem;
}
