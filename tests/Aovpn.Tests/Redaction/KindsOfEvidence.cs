using System.Runtime.CompilerServices;
using System.Text;
using Aovpn.Generators.Evtx;

namespace Aovpn.Tests.Redaction;

/// <summary>Every sample and every scenario's evidence as text files by name; event logs are made when asked for.</summary>
internal static class KindsOfEvidence
{
    public const string EventLog = "an event log (.evtx)";

    /// <summary>Single files under samples, whole folders under scenarios.</summary>
    public static IEnumerable<string> Names =>
    [
        .. Directory.EnumerateFiles(At("samples"), "*", SearchOption.AllDirectories).Where(IsText).Select(file => Path.GetRelativePath(At(""), file)),
        .. Directory.EnumerateDirectories(At("Aovpn.Scenarios"), "evidence", SearchOption.AllDirectories).Where(folder => !folder.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(folder => Path.GetRelativePath(At(""), folder)),
        EventLog,
    ];

    /// <param name="change">What is to be made of each text.</param>
    /// <returns>Names below the evidence's folder, and bytes.</returns>
    public static IEnumerable<(string Name, byte[] Bytes)> Of(string name, Func<string, string> change)
    {
        if (name == EventLog)
            return [("client.evtx", Log(change))];
        var path = At(name);
        return File.Exists(path)
            ? [(Path.GetFileName(path), Changed(path, change))]
            : Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(IsText).Select(file => (Path.GetRelativePath(path, file), Changed(file, change)));
    }

    private static byte[] Log(Func<string, string> change)
    {
        var time = new DateTimeOffset(2026, 11, 20, 9, 15, 0, TimeSpan.Zero);
        return new EvtxWriter()
            .Add(new WrittenEvent("RasClient", 20221, 1, time) { Computer = change("PC17.corp.example"), Strings = ["{7A1C2E3D-4B5F-4A6C-8D7E-9F0A1B2C3D4E}", change("CORP\\alice"), change("Corp VPN"), "all-user connection profile", change("vpn.example.com"), change("password = none"), change("cmd /c rasdial VPN alice none")] })
            .Add(new WrittenEvent("RasClient", 20227, 2, time.AddSeconds(4)) { Computer = change("PC17.corp.example"), Strings = ["{7A1C2E3D-4B5F-4A6C-8D7E-9F0A1B2C3D4E}", change("CORP\\alice"), change("Corp VPN"), "691"] })
            .Add(new WrittenEvent("Microsoft-Windows-Security-Auditing", 6273, 3, time.AddSeconds(5))
            {
                Computer = change("NPS1.corp.example"),
                Channel = "Security",
                Named = [("SubjectUserName", WrittenValue.Text(change("alice"))), ("SubjectDomainName", WrittenValue.Text(change("CORP"))), ("Password", WrittenValue.Text(change("none"))), ("ReasonCode", WrittenValue.Text("16"))],
            })
            .ToArray();
    }

    /// <summary>Latin-1 keeps every byte, whatever the encoding; UTF-16 is changed as such.</summary>
    private static byte[] Changed(string file, Func<string, string> change)
    {
        var bytes = File.ReadAllBytes(file);
        var encoding = bytes.AsSpan().StartsWith<byte>([0xFF, 0xFE]) ? Encoding.Unicode : Encoding.Latin1;
        return encoding.GetBytes(change(encoding.GetString(bytes)));
    }

    private static bool IsText(string file) => !File.ReadAllBytes(file).AsSpan(0, (int)Math.Min(new FileInfo(file).Length, 4096)).StartsWith("ElfFile"u8);

    private static string At(string below, [CallerFilePath] string source = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "..", "..", below));
}
