using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Rules;
using Aovpn.Generators.Evtx;

namespace Aovpn.Fuzz.Readers;

/// <summary>A reader of whole artifacts, over the samples that it recognises, certificate files made here and a written event log.</summary>
internal sealed class ArtifactReaderTarget(IArtifactReader reader) : IFuzzTarget
{
    private readonly Lazy<byte[][]> _files = new(() =>
    [
        .. from topic in new[] { "events", "nps", "freeradius", "strongswan" }
           let folder = FuzzTargets.Samples(topic)
           where Directory.Exists(folder)
           from file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal)
           select File.ReadAllBytes(file),
        .. Certificates(),
        EvtxSamples.Client().ToArray(),
        .. RuleBook.Default.Pages.Where(page => page.ManualBecause is null).SelectMany(page => page.Examples).SelectMany(example => example.Evidence)
            .Where(block => block.Kind == reader.Kind).Select(block => Encoding.UTF8.GetBytes(block.Text)),
    ]);

    public string Name => "artifact-" + KebabCase.Of(reader.GetType().Name);

    /// <summary>An event log has a header of 4 KiB and chunks of 64 KiB.</summary>
    public int MaxLength => 72 * 1024;

    public IReadOnlyList<byte[]> Words { get; } =
    [
        .. new[] { "\r\n", "<Event", "</Event>", "<System>", "<EventData>", "<Data>", "&#x0;", "<![CDATA[", ",", "\"", "IAS", "4142", "0x" }.Select(Encoding.UTF8.GetBytes),
        [0x30, 0x82], [0x30, 0x80, 0x00, 0x00], [0x02, 0x01, 0x03], [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x01], [0xA0, 0x82], [0x04, 0x82],
    ];

    /// <summary>Each of the product's readers of whole artifacts.</summary>
    public static IEnumerable<IFuzzTarget> All => EvidenceReading.Default.ArtifactReaders.Select(reader => new ArtifactReaderTarget(reader)).Where(target => target.HasSeeds);

    /// <summary>What has no seed yet is found by a target of its own, or not at all.</summary>
    public bool HasSeeds => Seeds().Any();

    public IEnumerable<byte[]> Seeds() => _files.Value.Where(file => file.Length <= MaxLength && reader.Recognizes(Content(file)));

    public bool Run(byte[] input)
    {
        var content = Content(input);
        if (!reader.Recognizes(content))
            return false;
        var tally = new RecordTally();
        foreach (var seen in reader.Read(content, tally))
        {
            if (seen.Source.Locator is Locator.Lines { First: var first, Last: var last } && (first < 1 || last < first))
                throw new WrongAnswerException($"{seen.GetType().Name} cites {seen.Source.Locator}");
        }

        return true;
    }

    private static ArtifactContent Content(byte[] bytes) => ArtifactContent.Of(new Artifact("input"), bytes);

    private static IEnumerable<byte[]> Certificates()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=vpn.example.com", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new("1.3.6.1.5.5.7.3.1"), new("1.3.6.1.5.5.8.2.2")], critical: false));
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("vpn.example.com");
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero));
        yield return certificate.RawData;
        yield return new X509Certificate2Collection(certificate).Export(X509ContentType.Pkcs7)!;
        yield return certificate.Export(X509ContentType.Pkcs12, "x");
    }
}
