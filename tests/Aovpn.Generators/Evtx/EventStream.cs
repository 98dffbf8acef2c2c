using System.Globalization;

namespace Aovpn.Generators.Evtx;

/// <summary>A long log by seed: what a client, a gateway and an NPS write in a busy week, most of it about other things.</summary>
public static class EventStream
{
    private const int ChunksAtATime = 64;

    private static readonly string[] Users = [.. Enumerable.Range(1, 400).Select(number => $"CORP\\user{number:D3}")];

    private static readonly string[] Codes = ["809", "13801", "812", "691", "800", "13806", "798", "853", "868"];

    /// <summary>Writes whole chunks, about so many bytes.</summary>
    public static void Write(Stream output, long bytes, int seed)
    {
        var random = new Random(seed);
        var time = EvtxSamples.Begin;
        var record = 1UL;
        var parts = (int)Math.Max(1, bytes / (ChunksAtATime * EvtxChunkWriter.Size));
        output.Write(EvtxWriter.Header(parts * ChunksAtATime, nextNumber: 0));
        for (var part = 0; part < parts; part++)
        {
            var writer = new EvtxWriter(room: 3_000) { NextNumber = record };
            while (writer.Chunks <= ChunksAtATime)
            {
                time = time.AddMilliseconds(random.Next(5_000));
                writer.Add(Any(random, record++, time));
            }

            writer.WriteChunksTo(output, ChunksAtATime);
        }
    }

    private static WrittenEvent Any(Random random, ulong record, DateTimeOffset time)
    {
        var user = Users[random.Next(Users.Length)];
        return random.Next(100) switch
        {
            < 2 => EvtxSamples.RasClient(20227, record, 0, user, "AlwaysOn", Codes[random.Next(Codes.Length)]) with { Time = time },
            < 4 => EvtxSamples.RasClient(20221, record, 0, user, "VPN", "all-user connection profile", "AlwaysOn", "Dial-in User = \nVpnStrategy = IKEv2\nDataEncryption = Require") with { Time = time },
            < 45 => new("Service Control Manager", 7036, record, time) { Channel = "System", Named = [("param1", WrittenValue.Text($"Service {random.Next(90)}")), ("param2", WrittenValue.Text("running"))] },
            < 70 => new("Microsoft-Windows-Security-Auditing", 4624, record, time) { Channel = "Security", Named = LogOn(random, user) },
            < 80 => new("Microsoft-Windows-GroupPolicy", 5310, record, time) { Channel = "Microsoft-Windows-GroupPolicy/Operational", Named = [("PrincipalSamName", WrittenValue.Text(user)), ("DCName", WrittenValue.Text("DC1.corp.example")), ("IsMachine", WrittenValue.UInt32(0))] },
            _ => new("ESENT", 326, record, time) { Strings = ["svchost", random.Next(20_000).ToString(CultureInfo.InvariantCulture), "SRUJet: ", "C:\\Windows\\system32\\SRU\\SRUDB.dat", "0.015"] },
        };
    }

    private static (string Name, WrittenValue Value)[] LogOn(Random random, string user) =>
    [
        ("SubjectUserSid", WrittenValue.Of(0x13, 1, 1, 0, 0, 0, 0, 0, 5, 18, 0, 0, 0)), ("SubjectUserName", WrittenValue.Text("HOST1$")), ("SubjectDomainName", WrittenValue.Text("CORP")), ("SubjectLogonId", WrittenValue.Hex64(0x3E7)),
        ("TargetUserName", WrittenValue.Text(user[5..])), ("TargetDomainName", WrittenValue.Text("CORP")), ("TargetLogonId", WrittenValue.Hex64((ulong)random.Next())), ("LogonType", WrittenValue.UInt32(3)),
        ("LogonProcessName", WrittenValue.Text("Kerberos")), ("AuthenticationPackageName", WrittenValue.Text("Kerberos")), ("WorkstationName", WrittenValue.Text("-")), ("LogonGuid", WrittenValue.Id(EvtxSamples.Attempt)),
        ("IpAddress", WrittenValue.Text($"192.0.2.{random.Next(256)}")), ("IpPort", WrittenValue.Text(random.Next(1024, 65536).ToString(CultureInfo.InvariantCulture))), ("ImpersonationLevel", WrittenValue.Text("%%1833")),
    ];
}
