namespace Aovpn.Codecs.Nps;

/// <summary>Why lines are not a readable record.</summary>
public enum NpsDamageReason
{
    /// <summary>Nothing in it looks like a record of any of the three formats.</summary>
    NotARecord,

    /// <summary>Longer than <see cref="NpsLog.MaxRecord"/>; the detail is the length in bytes.</summary>
    TooLong,

    /// <summary>NUL bytes where text should be; the detail is how many. A server that lost power leaves them.</summary>
    NulBytes,

    /// <summary>A quotation mark opens in the column that the detail names and never closes.</summary>
    QuoteNotClosed,

    /// <summary>Text follows a closing quotation mark in the column that the detail names.</summary>
    TextAfterQuote,

    /// <summary>More columns than the format has; the detail is how many.</summary>
    TooManyColumns,

    /// <summary>The column that the detail names holds something else than the format puts there.</summary>
    WrongColumn,

    /// <summary>The attribute that the detail names has no value: the line was cut.</summary>
    AttributeWithoutValue,

    /// <summary>The detail names a byte of the record at which the XML is not well-formed.</summary>
    NotWellFormed,

    /// <summary>The record's end, <c>&lt;/Event&gt;</c>, is missing.</summary>
    EventNotClosed,
}
