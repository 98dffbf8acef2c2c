namespace Aovpn.Codecs.Nps;

internal enum NpsFieldForm : byte
{
    Plain,

    /// <summary>Holds doubled quotation marks.</summary>
    DoubledQuotes,

    /// <summary>Holds XML entities or line ends.</summary>
    Entities,

    /// <summary>0x and hexadecimal digits: how the IAS format writes text that holds its delimiters or is not printable.</summary>
    MaybeHexadecimal,
}
