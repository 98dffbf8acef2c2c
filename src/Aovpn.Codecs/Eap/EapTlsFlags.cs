namespace Aovpn.Codecs.Eap;

/// <summary>Upper bits of the flags byte of EAP-TLS (RFC 5216 section 3.1) and PEAP.</summary>
[Flags]
public enum EapTlsFlags : byte
{
    None = 0,

    /// <summary>S: EAP-TLS Start.</summary>
    Start = 0x20,

    /// <summary>M: more fragments follow.</summary>
    MoreFragments = 0x40,

    /// <summary>L: the four bytes of the TLS message's length are there.</summary>
    LengthIncluded = 0x80,
}
