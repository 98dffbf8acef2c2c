namespace Aovpn.Fuzz.Peers;

/// <summary>What is done to a message.</summary>
internal enum MessageEdit
{
    /// <summary>A byte gets a value.</summary>
    Set,

    /// <summary>Bits of a byte are turned.</summary>
    Turn,

    /// <summary>It ends early.</summary>
    Cut,

    /// <summary>Bytes come in between.</summary>
    Insert,

    /// <summary>Bytes are left out.</summary>
    Remove,

    /// <summary>It never arrives.</summary>
    Lose,

    /// <summary>It arrives twice, or the one before it once more.</summary>
    Repeat,
}
