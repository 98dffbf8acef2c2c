namespace Aovpn.Generators.Nps;

/// <summary>An attribute as each of the three formats writes it.</summary>
/// <param name="Element">Name in the XML format; null where that format has none.</param>
/// <param name="Column">Place in the database-compatible format, from 1; 0 where that format has none.</param>
/// <param name="Number">Number in the IAS format; 0 where it stands in the header or nowhere.</param>
/// <param name="DataType">data_type in the XML format: 0 number, 1 text, 3 address.</param>
/// <param name="IsText">Whether the database-compatible format puts it in quotation marks.</param>
internal sealed record LoggedAttribute(string Element, int Column, int Number, int DataType, bool IsText)
{
    public static readonly LoggedAttribute
        UserName = Text("User-Name", 6, 0),
        FullyQualifiedUserName = Text("Fully-Qualifed-User-Name", 7, 4130),
        CalledStation = Text("Called-Station-Id", 8, 30),
        CallingStation = Text("Calling-Station-Id", 9, 31),
        FramedAddress = Address("Framed-IP-Address", 11, 8),
        NasIdentifier = Text("NAS-Identifier", 12, 32),
        NasAddress = Address("NAS-IP-Address", 13, 4),
        NasPort = Figure("NAS-Port", 14, 5),
        ClientVendor = Figure("Client-Vendor", 15, 4116),
        ClientAddress = Address("Client-IP-Address", 16, 4108),
        ClientName = Text("Client-Friendly-Name", 17, 4128),
        NasPortType = Figure("NAS-Port-Type", 20, 61),
        ServiceType = Figure("Service-Type", 23, 6),
        AuthenticationType = Figure("Authentication-Type", 24, 4127),
        Policy = Text("NP-Policy-Name", 25, 4149),
        PacketType = Figure("Packet-Type", 5, 4136),
        Reason = Figure("Reason-Code", 26, 4142),
        Class = Text("Class", 27, 25),
        SessionTimeout = Figure("Session-Timeout", 28, 27),
        EapType = Text("EAP-Friendly-Name", 31, 4132),
        AccountingStatus = Figure("Acct-Status-Type", 32, 40),
        InputOctets = Figure("Acct-Input-Octets", 34, 42),
        OutputOctets = Figure("Acct-Output-Octets", 35, 43),
        SessionId = Text("Acct-Session-Id", 36, 44),
        SessionTime = Figure("Acct-Session-Time", 38, 46),
        TerminateCause = Figure("Acct-Terminate-Cause", 41, 49),
        TunnelType = Figure("Tunnel-Type", 45, 64),
        TunnelMedium = Figure("Tunnel-Medium-Type", 46, 65),
        TunnelClient = Text("Tunnel-Client-Endpt", 47, 66),
        TunnelServer = Text("Tunnel-Server-Endpt", 48, 67),
        ProxyPolicy = Text("Proxy-Policy-Name", 61, 4154),
        ProviderType = Figure("Provider-Type", 62, 4155);

    private static LoggedAttribute Text(string element, int column, int number) => new(element, column, number, 1, IsText: true);

    private static LoggedAttribute Address(string element, int column, int number) => new(element, column, number, 3, IsText: true);

    private static LoggedAttribute Figure(string element, int column, int number) => new(element, column, number, 0, IsText: false);
}
