using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Aovpn.Diagnosis.Model;

/// <summary>
/// Builds a <see cref="Message"/> from an interpolated string. It takes no <see cref="string"/> on purpose: wrap text in a
/// <see cref="Hole"/>, so that the compiler refuses a name that redaction would not know.
/// </summary>
[InterpolatedStringHandler]
public readonly struct MessageHandler(int literalLength, int formattedCount)
{
    private readonly ImmutableArray<Hole>.Builder _parts = ImmutableArray.CreateBuilder<Hole>(formattedCount * 2 + Math.Min(literalLength, 1));

    public void AppendLiteral(string text) => _parts.Add(Hole.Plain(text));

    public void AppendFormatted(Hole value) => _parts.Add(value);

    public void AppendFormatted(Code code) => _parts.Add(new(HoleKind.Code, code.ToString()));

    public void AppendFormatted(long number) => _parts.Add(Hole.Plain(number.ToString(CultureInfo.InvariantCulture)));

    public void AppendFormatted(ListedDate date) => _parts.Add(Hole.Plain(date.ToString()));

    public void AppendFormatted(When at) => _parts.Add(Hole.Plain(at.ToString()));

    public void AppendFormatted(DateTimeOffset at) =>
        _parts.Add(Hole.Plain(at.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture)));

    public void AppendFormatted(TimeSpan span) => _parts.Add(Hole.Plain(span.ToString("c", CultureInfo.InvariantCulture)));

    public void AppendFormatted(Message nested) => _parts.AddRange(nested.Parts);

    /// <summary>Values of closed sets print as their standard's word.</summary>
    public void AppendFormatted<T>(T value)
        where T : struct, Enum => _parts.Add(Hole.Plain(value.ToString()));

    internal Message ToMessage() => new(_parts.ToImmutable());
}
