using System.Collections.Frozen;
using System.Globalization;

namespace Aovpn.Codecs.Ike;

/// <summary>Notify Message Type, RFC 7296 §3.10.1. Any value is legal on the wire: a number with names, no enumeration.</summary>
public readonly record struct NotifyMessageType(ushort Value)
{
    public static readonly NotifyMessageType UnsupportedCriticalPayload = new(1);
    public static readonly NotifyMessageType InvalidIkeSpi = new(4);
    public static readonly NotifyMessageType InvalidMajorVersion = new(5);
    public static readonly NotifyMessageType InvalidSyntax = new(7);
    public static readonly NotifyMessageType InvalidMessageId = new(9);
    public static readonly NotifyMessageType InvalidSpi = new(11);
    public static readonly NotifyMessageType NoProposalChosen = new(14);
    public static readonly NotifyMessageType InvalidKePayload = new(17);
    public static readonly NotifyMessageType AuthenticationFailed = new(24);
    public static readonly NotifyMessageType SinglePairRequired = new(34);
    public static readonly NotifyMessageType NoAdditionalSas = new(35);
    public static readonly NotifyMessageType InternalAddressFailure = new(36);
    public static readonly NotifyMessageType FailedCpRequired = new(37);
    public static readonly NotifyMessageType TsUnacceptable = new(38);
    public static readonly NotifyMessageType InvalidSelectors = new(39);
    public static readonly NotifyMessageType UnacceptableAddresses = new(40);
    public static readonly NotifyMessageType UnexpectedNatDetected = new(41);
    public static readonly NotifyMessageType TemporaryFailure = new(43);
    public static readonly NotifyMessageType ChildSaNotFound = new(44);
    public static readonly NotifyMessageType InvalidGroupId = new(45);
    public static readonly NotifyMessageType AuthorizationFailed = new(46);
    /// <summary>Private type in which Windows reports a four-byte error code to its peer, MS-IKEE §2.2.</summary>
    public static readonly NotifyMessageType MicrosoftStatus = new(12345);
    public static readonly NotifyMessageType InitialContact = new(16384);
    public static readonly NotifyMessageType SetWindowSize = new(16385);
    public static readonly NotifyMessageType AdditionalTsPossible = new(16386);
    public static readonly NotifyMessageType IpcompSupported = new(16387);
    public static readonly NotifyMessageType NatDetectionSourceIp = new(16388);
    public static readonly NotifyMessageType NatDetectionDestinationIp = new(16389);
    public static readonly NotifyMessageType Cookie = new(16390);
    public static readonly NotifyMessageType UseTransportMode = new(16391);
    public static readonly NotifyMessageType HttpCertLookupSupported = new(16392);
    public static readonly NotifyMessageType RekeySa = new(16393);
    public static readonly NotifyMessageType EspTfcPaddingNotSupported = new(16394);
    public static readonly NotifyMessageType NonFirstFragmentsAlso = new(16395);
    public static readonly NotifyMessageType MobikeSupported = new(16396);
    public static readonly NotifyMessageType AdditionalIp4Address = new(16397);
    public static readonly NotifyMessageType AdditionalIp6Address = new(16398);
    public static readonly NotifyMessageType NoAdditionalAddresses = new(16399);
    public static readonly NotifyMessageType UpdateSaAddresses = new(16400);
    public static readonly NotifyMessageType Cookie2 = new(16401);
    public static readonly NotifyMessageType NoNatsAllowed = new(16402);
    public static readonly NotifyMessageType AuthLifetime = new(16403);
    public static readonly NotifyMessageType MultipleAuthSupported = new(16404);
    public static readonly NotifyMessageType AnotherAuthFollows = new(16405);
    public static readonly NotifyMessageType RedirectSupported = new(16406);
    public static readonly NotifyMessageType Redirect = new(16407);
    public static readonly NotifyMessageType RedirectedFrom = new(16408);
    public static readonly NotifyMessageType EapOnlyAuthentication = new(16417);
    public static readonly NotifyMessageType ChildlessIkev2Supported = new(16418);
    public static readonly NotifyMessageType QuickCrashDetection = new(16419);
    public static readonly NotifyMessageType MessageIdSyncSupported = new(16420);
    public static readonly NotifyMessageType FragmentationSupported = new(16430);
    public static readonly NotifyMessageType SignatureHashAlgorithms = new(16431);
    public static readonly NotifyMessageType Puzzle = new(16434);
    public static readonly NotifyMessageType UsePpk = new(16435);
    public static readonly NotifyMessageType IntermediateExchangeSupported = new(16438);

    private static readonly FrozenDictionary<ushort, string> Names = new Dictionary<ushort, string>
    {
        [1] = "UNSUPPORTED_CRITICAL_PAYLOAD",
        [4] = "INVALID_IKE_SPI",
        [5] = "INVALID_MAJOR_VERSION",
        [7] = "INVALID_SYNTAX",
        [9] = "INVALID_MESSAGE_ID",
        [11] = "INVALID_SPI",
        [14] = "NO_PROPOSAL_CHOSEN",
        [17] = "INVALID_KE_PAYLOAD",
        [24] = "AUTHENTICATION_FAILED",
        [34] = "SINGLE_PAIR_REQUIRED",
        [35] = "NO_ADDITIONAL_SAS",
        [36] = "INTERNAL_ADDRESS_FAILURE",
        [37] = "FAILED_CP_REQUIRED",
        [38] = "TS_UNACCEPTABLE",
        [39] = "INVALID_SELECTORS",
        [40] = "UNACCEPTABLE_ADDRESSES",
        [41] = "UNEXPECTED_NAT_DETECTED",
        [43] = "TEMPORARY_FAILURE",
        [44] = "CHILD_SA_NOT_FOUND",
        [45] = "INVALID_GROUP_ID",
        [46] = "AUTHORIZATION_FAILED",
        [12345] = "Windows error",
        [16384] = "INITIAL_CONTACT",
        [16385] = "SET_WINDOW_SIZE",
        [16386] = "ADDITIONAL_TS_POSSIBLE",
        [16387] = "IPCOMP_SUPPORTED",
        [16388] = "NAT_DETECTION_SOURCE_IP",
        [16389] = "NAT_DETECTION_DESTINATION_IP",
        [16390] = "COOKIE",
        [16391] = "USE_TRANSPORT_MODE",
        [16392] = "HTTP_CERT_LOOKUP_SUPPORTED",
        [16393] = "REKEY_SA",
        [16394] = "ESP_TFC_PADDING_NOT_SUPPORTED",
        [16395] = "NON_FIRST_FRAGMENTS_ALSO",
        [16396] = "MOBIKE_SUPPORTED",
        [16397] = "ADDITIONAL_IP4_ADDRESS",
        [16398] = "ADDITIONAL_IP6_ADDRESS",
        [16399] = "NO_ADDITIONAL_ADDRESSES",
        [16400] = "UPDATE_SA_ADDRESSES",
        [16401] = "COOKIE2",
        [16402] = "NO_NATS_ALLOWED",
        [16403] = "AUTH_LIFETIME",
        [16404] = "MULTIPLE_AUTH_SUPPORTED",
        [16405] = "ANOTHER_AUTH_FOLLOWS",
        [16406] = "REDIRECT_SUPPORTED",
        [16407] = "REDIRECT",
        [16408] = "REDIRECTED_FROM",
        [16417] = "EAP_ONLY_AUTHENTICATION",
        [16418] = "CHILDLESS_IKEV2_SUPPORTED",
        [16419] = "QUICK_CRASH_DETECTION",
        [16420] = "IKEV2_MESSAGE_ID_SYNC_SUPPORTED",
        [16430] = "IKEV2_FRAGMENTATION_SUPPORTED",
        [16431] = "SIGNATURE_HASH_ALGORITHMS",
        [16434] = "PUZZLE",
        [16435] = "USE_PPK",
        [16438] = "INTERMEDIATE_EXCHANGE_SUPPORTED",
    }.ToFrozenDictionary();

    /// <summary>The name that the registry gives; null for a number without one.</summary>
    public string? Name => Names.GetValueOrDefault(Value);

    /// <summary>RFC 7296 §3.10.1: types below 16384 report errors, the rest status; the private one of Windows reports an error too.</summary>
    public bool IsError => Value < 16384;

    public override string ToString() => Name ?? Value.ToString(CultureInfo.InvariantCulture);
}
