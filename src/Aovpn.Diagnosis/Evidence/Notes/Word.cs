namespace Aovpn.Diagnosis.Evidence.Notes;

/// <summary>One word of a person's text; in Chinese and Japanese one character.</summary>
/// <param name="Text">Folded: lower case, no accents.</param>
/// <param name="Raw">As written.</param>
/// <param name="Line">Line of the artifact, from 1.</param>
internal readonly record struct Word(string Text, string Raw, int Line)
{
    /// <summary>A comma, bracket, dash or semicolon stands before it.</summary>
    public bool AfterComma { get; init; }

    /// <summary>What separates more than a comma stands before it: semicolon, dash, bracket.</summary>
    public bool AfterBreak { get; init; }

    /// <summary>A colon stands before it.</summary>
    public bool AfterColon { get; init; }

    /// <summary>What is said before it says nothing of it by itself: it stands behind a comma, what separates more, or a colon.</summary>
    public bool BeginsPart => AfterComma || AfterColon;

    /// <summary>It stands in a long quotation: somebody else's words.</summary>
    public bool Quoted { get; init; }

    public bool IsNumber => Text.Length > 0 && char.IsAsciiDigit(Text[^1]) && (char.IsAsciiDigit(Text[0]) || Text[0] == '-') && Text.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
}
