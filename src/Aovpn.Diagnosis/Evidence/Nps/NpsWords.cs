using System.Collections.Frozen;

namespace Aovpn.Diagnosis.Evidence.Nps;

/// <summary>Numbers of the accounting log in the words that events 6272 to 6280 use for the same things, so that both agree.</summary>
/// <remarks>RFC 2865, RFC 3580 and IANA's RADIUS types for NAS-Port-Type; iassdo.h for Authentication-Type.</remarks>
internal static class NpsWords
{
    public const string Virtual = "Virtual";

    private static readonly FrozenDictionary<long, string> PortTypes = new Dictionary<long, string>
    {
        [0] = "Async", [1] = "Sync", [2] = "ISDN Sync", [3] = "ISDN Async V.120", [4] = "ISDN Async V.110", [5] = Virtual, [6] = "PIAFS", [7] = "HDLC Clear Channel",
        [8] = "X.25", [9] = "X.75", [10] = "G.3 Fax", [11] = "SDSL", [12] = "ADSL-CAP", [13] = "ADSL-DMT", [14] = "IDSL", [15] = "Ethernet", [16] = "xDSL", [17] = "Cable",
        [18] = "Wireless - Other", [19] = "Wireless - IEEE 802.11", [20] = "Token Ring", [21] = "FDDI",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<long, string> AuthenticationTypes = new Dictionary<long, string>
    {
        [1] = "PAP", [2] = "CHAP", [3] = "MS-CHAPv1", [4] = "MS-CHAPv2", [5] = "EAP", [6] = "ARAP", [7] = "Unauthenticated", [8] = "Extension",
        [9] = "MS-CHAPv1 CPW", [10] = "MS-CHAPv2 CPW", [11] = "PEAP",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<long, string> EapTypes = new Dictionary<long, string>
    {
        [4] = "MD5-Challenge", [5] = "One Time Password", [6] = "Generic Token Card", [13] = "Microsoft: Smart Card or other certificate",
        [25] = "Microsoft: Protected EAP (PEAP)", [26] = "Microsoft: Secured password (EAP-MSCHAP v2)",
    }.ToFrozenDictionary();

    public static string? PortType(long? number) => Word(PortTypes, number);

    public static string? AuthenticationType(long? number) => Word(AuthenticationTypes, number);

    public static string? EapType(long? number) => Word(EapTypes, number);

    private static string? Word(FrozenDictionary<long, string> words, long? number) => number is not { } value ? null
        : words.GetValueOrDefault(value) ?? value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
