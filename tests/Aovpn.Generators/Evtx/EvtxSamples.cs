namespace Aovpn.Generators.Evtx;

/// <summary>Event logs with the events of a connection, written by <see cref="EvtxWriter"/>.</summary>
public static class EvtxSamples
{
    public const string Attempt = "{5E6C1A2B-33D4-4E5F-8A6B-7C8D9E0F1A2B}";

    public static readonly DateTimeOffset Begin = new(2026, 11, 20, 9, 15, 3, TimeSpan.Zero);

    public static WrittenEvent RasClient(ushort id, ulong record, int second, params string[] strings) =>
        new("RasClient", id, record, Begin.AddSeconds(second)) { Strings = [Attempt, .. strings] };

    /// <summary>The application log of a client whose connection fails with 13801.</summary>
    public static EvtxWriter Client() => Client(new());

    private static EvtxWriter Client(EvtxWriter writer) => writer
        .Add(RasClient(20221, 20414, 0, "CORP\\alice", "AlwaysOn", "Device = WAN Miniport (IKEv2)"))
        .Add(RasClient(20222, 20415, 0, "CORP\\alice", "AlwaysOn", "vpn.example.com"))
        .Add(new WrittenEvent("ESENT", 326, 20416, Begin.AddSeconds(1)) { Strings = ["svchost", "4242"] })
        .Add(RasClient(20227, 20417, 2, "CORP\\alice", "AlwaysOn", "13801"));

    /// <summary>One of each form: template, array, binary data, forwarded, nested, named values of many types.</summary>
    public static EvtxWriter Mixed(bool hasDependencyIds = false) => Client(new() { HasDependencyIds = hasDependencyIds })
        .Add(new WrittenEvent("RemoteAccess", 20271, 7001, Begin.AddSeconds(3))
        {
            Channel = "System", Computer = "GW1.corp.example", Strings = ["{NA}", "CORP\\alice", "203.0.113.7", "Access denied", "0x10"], Binary = [0xB3, 0x02, 0, 0],
        })
        .Add(new WrittenEvent("RasClient", 20227, 88, Begin.AddSeconds(4)) { IsForwarded = true, Strings = [Attempt, "CORP\\bob", "AlwaysOn & more", "809"] })
        .Add(new WrittenEvent("Microsoft-Windows-CAPI2", 30, 340, Begin.AddSeconds(5))
        {
            Channel = "Microsoft-Windows-CAPI2/Operational",
            UserData = new XmlNode(
                "CertVerifyCertificateChainPolicy",
                new XmlNode("Certificate").With("fileRef", "AA.cer").With("subjectName", "vpn.example.com"),
                new XmlNode("EventAuxInfo").With("ProcessName", "svchost.exe"),
                new XmlNode("Result", "The root is not trusted.").With("value", "800B0109")),
        })
        .Add(new WrittenEvent("Microsoft-Windows-Security-Auditing", 6273, 99, Begin.AddSeconds(6))
        {
            Channel = "Security",
            Computer = "NPS1.corp.example",
            Named =
            [
                ("SubjectUserSid", WrittenValue.Of(0x13, 1, 1, 0, 0, 0, 0, 0, 5, 18, 0, 0, 0)), ("SubjectUserName", WrittenValue.Text("alice\u0001<&>'\"")),
                ("ReasonCode", WrittenValue.UInt32(16)), ("Hex", WrittenValue.Of(0x14, 0x10, 0, 0, 0)), ("Yes", WrittenValue.Of(0x0D, 1, 0, 0, 0)),
                ("When", WrittenValue.Time(Begin)), ("Bytes", WrittenValue.Binary(0xDE, 0xAD)), ("Minus", WrittenValue.Of(0x07, 0xFE, 0xFF, 0xFF, 0xFF)),
                ("Ansi", WrittenValue.Of(0x02, (byte)'n', 0xE9, 0x80)), ("Half", WrittenValue.Of(0x0C, 0, 0, 0, 0, 0, 0, 0xE0, 0x3F)),
                ("Numbers", WrittenValue.Of(0x86, 1, 0, 2, 0)), ("Size", WrittenValue.Of(0x10, 0xFF, 0, 0, 0, 0, 0, 0, 0)),
                ("Clock", WrittenValue.Of(0x12, 0xEA, 7, 11, 0, 5, 0, 20, 0, 9, 0, 15, 0, 3, 0, 7, 0)), ("Guid", WrittenValue.Id(Attempt)), ("Pair", WrittenValue.Text("\U0001F511\uD83D")),
            ],
        });
}
