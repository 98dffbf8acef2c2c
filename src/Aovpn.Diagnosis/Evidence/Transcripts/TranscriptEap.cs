using System.Collections.Immutable;
using Aovpn.Diagnosis.Evidence.Certificates;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Transcripts;

/// <summary>Collects the steps of one EAP authentication, whether IKE or RADIUS carried it.</summary>
/// <param name="user">Identity given; null when not told.</param>
/// <param name="isStranger">Without credentials.</param>
internal sealed class TranscriptEap(string? user, bool isStranger)
{
    private readonly List<int> _offered = [];
    private readonly List<int> _offeredInside = [];
    private readonly List<int> _asked = [];
    private readonly List<int> _askedInside = [];
    private ImmutableArray<string> _problems = [];
    private Certificate? _server;
    private Certificate? _sent;
    private bool? _isSent;
    private int? _alert;
    private Code? _error;
    private DateTimeOffset _lastSent;
    private DateTimeOffset _last;

    /// <param name="lastSent">When the client had last sent something.</param>
    public IEnumerable<Observation> Take(TranscriptEntry.Eap eap, Citation source, DateTimeOffset lastSent)
    {
        var (step, at) = (eap.Step, TranscriptRun.At(eap));
        (_lastSent, _last) = (lastSent, eap.At);
        switch (step.Name)
        {
            case "method-offered" when step.Type is { } type:
                (step.Inner ? _offeredInside : _offered).Add(type);
                break;
            case "method-refused" when step.Desired is { } desired:
                (step.Inner ? _askedInside : _asked).AddRange(desired);
                break;
            case "certificate-asked":
                _isSent ??= false;
                break;
            case "certificate-sent" when step.Certificates is [var encoded, ..]:
                _isSent = true;
                _sent = TranscriptRun.Der(encoded) is { } der ? EncodedCertificate.Read(source, der) : null;
                break;
            case "certificate-sent":
                _isSent = false;
                break;
            case "server-judged" when step.Names is { } problems:
                _problems = problems;
                break;
            case "tls-alert" when step is { FromServer: true, Code: { } alert, Success: not true }:
                _alert = alert;
                break;
            case "mschap-failed" when step.Code is { } code:
                _error = Code.Windows(code);
                break;
            case "server-certificates" when !step.Inner:
                return Certificates(step, source, at);
            case "ended" when step.Success is true:
                return [Authentication(EapEnd.Accepted, source, at)];
        }

        return [];
    }

    /// <summary>How it ended, by the transcript's word for the reason; null for an unknown word.</summary>
    public EapAuthentication? End(string reason, Citation source, When at) => KebabCase.Read<EapEnd>(reason) is { } end ? Authentication(end, source, at) : null;

    private ImmutableArray<Observation> Certificates(EapStep step, Citation source, When at)
    {
        ImmutableArray<Certificate> read = [.. (step.Certificates ?? []).Select(TranscriptRun.Der).OfType<byte[]>().Select(der => EncodedCertificate.Read(source, der)).OfType<Certificate>()];
        _server = read.FirstOrDefault();
        return [.. read.Select(certificate => new CertificateSeen(source, Host.NpsServer, at, CertificateUse.Eap, certificate))];
    }

    private EapAuthentication Authentication(EapEnd end, Citation source, When at) => new(
        source, Host.NpsServer, at, user, isStranger, [.. _offered], [.. _offeredInside], [.. _asked], [.. _askedInside], end)
    {
        Alert = _alert, MsChapError = _error, SentCertificate = _isSent, UserCertificate = _sent, ServerProblems = _problems, ServerCertificate = _server,
        Seconds = (_last - _lastSent).TotalSeconds,
    };
}
