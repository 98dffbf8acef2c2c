using System.Collections.Immutable;
using System.Formats.Asn1;
using Aovpn.Diagnosis.Evidence.Transcripts;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Trust.Revocation;

namespace Aovpn.Probes.Revocation;

/// <summary>
/// Asks the addresses that the certificates of a run name whether these are revoked: distribution points of lists and OCSP responders, over HTTP. Hosts that
/// nobody named are spoken to, so only if the user asks for it.
/// </summary>
/// <param name="roots">DER of what the client trusts: whose signature a list must have.</param>
public sealed class RevocationQuestions(Transcript transcript, ImmutableArray<ImmutableArray<byte>> roots)
{
    /// <summary>A certificate may name as many as it likes.</summary>
    private const int MostQuestions = 16;

    /// <summary>How long one address is waited for; as Windows does, by its default.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>A line of <c>--dry-run</c>.</summary>
    public static string Plan(bool isWanted) => isWanted
        ? $"revocation: HTTP requests to the distribution points and OCSP responders that the certificates name, up to {MostQuestions}"
        : "revocation: nobody is asked; --check-revocation asks the addresses that the certificates name";

    /// <summary>All at once: most wait for the slowest.</summary>
    public async Task AskAsync(CancellationToken cancel)
    {
        using var fetch = new RevocationFetch(Limit);
        var lists = new Dictionary<Uri, Task<Fetched>>();
        var asked = new List<Task<TranscriptEntry.Revocation>>();
        foreach (var shown in PresentedChains.Of(transcript.Entries, roots, transcript.Now))
        {
            var (points, responders) = (shown.Certificate.RevocationUrls ?? [], shown.Certificate.OcspUrls ?? []);
            if (points.IsEmpty && responders.IsEmpty)
                asked.Add(Task.FromResult(Entry(shown, null, false, new(RevocationAnswer.NotAsked, Problem: "the certificate names no address"))));
            foreach (var (text, byOcsp) in points.Select(one => (one, false)).Concat(responders.Select(one => (one, true))))
            {
                if (asked.Count < MostQuestions)
                    asked.Add(AskAsync(shown, text, byOcsp, fetch, lists, cancel));
            }
        }

        foreach (var entry in await Task.WhenAll(asked))
            transcript.Add(entry);
    }

    private async Task<TranscriptEntry.Revocation> AskAsync(PresentedCertificate shown, string text, bool byOcsp, RevocationFetch fetch, Dictionary<Uri, Task<Fetched>> lists, CancellationToken cancel)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            return Entry(shown, text, byOcsp, new(RevocationAnswer.NotAsked, Problem: "only addresses of HTTP are asked"));

        var (certificate, issuer) = (shown.Certificate.Encoded.AsMemory(), shown.Issuer?.Encoded.AsMemory() ?? default);
        if (!byOcsp)
        {
            if (!lists.TryGetValue(url, out var list))
                lists[url] = list = fetch.AskAsync(url, null, cancel);
            return Entry(shown, text, byOcsp, Judged(await list, bytes => RevocationList.Judge(bytes, certificate, issuer, transcript.Now)));
        }

        if (issuer.IsEmpty)
            return Entry(shown, text, byOcsp, new(RevocationAnswer.NotAsked, Problem: "the issuer's certificate, by which the question is put, was not shown"));
        try
        {
            return Entry(shown, text, byOcsp, Judged(await fetch.AskAsync(url, OcspExchange.Request(certificate, issuer), cancel), bytes => OcspExchange.Judge(bytes, certificate, issuer, transcript.Now)));
        }
        catch (AsnContentException)
        {
            return Entry(shown, text, byOcsp, new(RevocationAnswer.NotAsked, Problem: "the issuer's certificate is damaged"));
        }
    }

    private static RevocationJudgement Judged(Fetched fetched, Func<byte[], RevocationJudgement> judge) => fetched switch
    {
        { Bytes: { } bytes } => judge(bytes),
        { Status: not null } => new(RevocationAnswer.Refused, Problem: fetched.Problem),
        _ => new(RevocationAnswer.Unreachable, Problem: fetched.Problem),
    };

    private TranscriptEntry.Revocation Entry(PresentedCertificate shown, string? url, bool byOcsp, RevocationJudgement judged) => new(
        transcript.Now, KebabCase.Of(shown.Use.ToString()), shown.Certificate.Subject, shown.Certificate.Thumbprint ?? "", KebabCase.Of(judged.Answer.ToString()))
    {
        Url = url,
        Protocol = url is null ? null : byOcsp ? "ocsp" : "crl",
        Signed = judged.IsSigned,
        NextUpdate = judged.NextUpdate,
        RevokedAt = judged.RevokedAt,
        Problem = judged.Problem,
    };
}
