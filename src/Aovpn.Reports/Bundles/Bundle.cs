using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Model;
using Aovpn.Reports.Html;

namespace Aovpn.Reports.Bundles;

/// <summary>A zip archive to hand on: the reports, copies of the evidence without secrets, which machine each came from, and what was left out.</summary>
/// <param name="hide">Hides the names in a line of evidence; null where they may stay.</param>
public sealed class Bundle(Diagnosis.Model.Diagnosis diagnosis, Excerpts excerpts, MessageText messages, Func<string, string>? hide)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly List<string> _leftOut = [];
    private readonly Dictionary<string, BundleManifest.Row> _hosts = new(StringComparer.Ordinal);
    private readonly BundleNames _names = new();

    /// <exception cref="IOException">The archive cannot be written.</exception>
    public void Write(Stream archive, IEnumerable<EvidenceCopy> evidence)
    {
        using var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true, Utf8);
        foreach (var copy in evidence)
            Copy(zip, copy);

        var options = ReportOptions.Default with { Messages = messages };
        foreach (var (name, report) in new (string, IReport)[] { ("report.html", new HtmlReport()), ("report.txt", new TextReport()), ("diagnosis.json", new JsonReport()) })
            Entry(zip, name, text => report.Write(diagnosis, excerpts, options, text));
        Entry(zip, "aovpn-manifest.json", text => text.WriteLine(JsonSerializer.Serialize(new BundleManifest(_hosts), BundleJson.Default.BundleManifest)));
        Entry(zip, "README.txt", Readme);
    }

    private void Copy(ZipArchive zip, EvidenceCopy copy)
    {
        var shown = messages.Artifact(copy.Artifact.Artifact);
        if (copy.Open is null)
        {
            _leftOut.Add($"{shown}: it could not be read, or is an archive whose files stand by themselves");
            return;
        }

        try
        {
            if (Ending(copy.Open) is not { } ending)
            {
                _leftOut.Add($"{shown}: binary ({copy.Artifact.Kind}), in which names and keys cannot be found with certainty; what it shows is in the reports");
                return;
            }

            var name = _names.Of(shown, ending);
            using var bytes = copy.Open();
            Entry(zip, name, text => new SafeCopy(hide).Write(bytes, text));
            if (copy.Artifact.Host is { Role: not HostRole.Unknown } host)
                _hosts[name] = new(host.Role.ToString(), host.Name is { } machine ? messages.HostName(machine) : null);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException or InvalidDataException)
        {
            _leftOut.Add($"{shown}: gone or changed since it was read");
        }
    }

    private static string? Ending(Func<Stream> open)
    {
        using var bytes = open();
        var head = new byte[ArtifactContent.HeadLength];
        return SafeCopy.Ending(head.AsSpan(0, bytes.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)));
    }

    /// <summary>Entries bear the time for which was judged, so that the same evidence gives the same bundle.</summary>
    private void Entry(ZipArchive zip, string name, Action<TextWriter> write)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = diagnosis.AsOf.Year is >= 1980 and < 2107 ? diagnosis.AsOf.ToUniversalTime() : new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var text = new StreamWriter(entry.Open(), Utf8) { NewLine = "\n" };
        write(text);
    }

    private void Readme(TextWriter text)
    {
        text.WriteLine("An Always On VPN diagnosis, with the evidence it was made from.");
        text.WriteLine();
        text.WriteLine("report.html          open this first; it needs no network and no script");
        text.WriteLine("report.txt           the same as text");
        text.WriteLine("diagnosis.json       the same for programs (schema aovpn.diagnosis/1)");
        text.WriteLine("evidence/            copies of the evidence; event logs (.evtx) as XML");
        text.WriteLine("aovpn-manifest.json  which machine each copy came from; aovpn diagnose reads it");
        text.WriteLine();
        text.WriteLine("Secrets were taken out of the copies: passwords, shared and pre-shared keys, private keys, credentials in headers and on");
        text.WriteLine("command lines, responses from which a password can be guessed. Long base64 is left out whatever it is.");
        text.WriteLine();
        text.WriteLine(hide is null
            ? "Names of users and machines, addresses and thumbprints are as they were. aovpn diagnose --redact hides them."
            : "Users, machines, domains, addresses, thumbprints and other names of certificates were replaced, the same name always by the same: user-1, host-2,\naddress-3. Findings were made from the evidence as it was. What a person wrote in a note is searched for names that were seen elsewhere and for\nwhat looks like one; read notes before you hand them on, and hide more with --hide NAME.");
        text.WriteLine("Hashes in the reports are of the evidence as it was.");
        if (_leftOut.Count == 0)
            return;
        text.WriteLine();
        text.WriteLine("Left out:");
        foreach (var line in _leftOut)
            text.WriteLine($"  {line}");
    }
}
