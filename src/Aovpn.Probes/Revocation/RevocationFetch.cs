using System.Net.Http.Headers;
using System.Net.Sockets;

namespace Aovpn.Probes.Revocation;

/// <summary>
/// HTTP to addresses that a peer's certificates name: a peer may be hostile, so that nothing is sent but the question, no other place is followed to, and what
/// comes is bounded in bytes and time.
/// </summary>
/// <param name="limit">For one answer, from the first byte sent to the last received.</param>
internal sealed class RevocationFetch(TimeSpan limit) : IDisposable
{
    /// <summary>Lists of large public authorities have some megabytes.</summary>
    private const int LongestAnswer = 32 << 20;

    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        MaxResponseContentBufferSize = LongestAnswer,
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public void Dispose() => _client.Dispose();

    /// <param name="question">An OCSP request; null to fetch a list.</param>
    public async Task<Fetched> AskAsync(Uri url, byte[]? question, CancellationToken cancel)
    {
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        bounded.CancelAfter(limit);
        using var request = new HttpRequestMessage(question is null ? HttpMethod.Get : HttpMethod.Post, url);
        if (question is not null)
            request.Content = new ByteArrayContent(question) { Headers = { ContentType = new MediaTypeHeaderValue("application/ocsp-request") } };
        try
        {
            using var response = await _client.SendAsync(request, bounded.Token);
            var status = (int)response.StatusCode;
            return response.IsSuccessStatusCode ? new(await response.Content.ReadAsByteArrayAsync(bounded.Token), null, null)
                : new(null, status, status is >= 300 and < 400 ? $"HTTP status {status}: it is elsewhere, where nobody was asked" : $"HTTP status {status}");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new(null, null, $"no whole answer in {limit.TotalSeconds:0} s");
        }
        catch (Exception error) when (error is HttpRequestException or IOException or SocketException)
        {
            return new(null, null, InWords(error));
        }
    }

    private static string InWords(Exception error) => error switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "its name is not resolved",
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => $"the answer is longer than {LongestAnswer >> 20} MiB",
        { InnerException: SocketException { SocketErrorCode: var code } } => code is SocketError.ConnectionRefused ? "the connection is refused" : $"no connection: {code}",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "no TLS connection comes about",
        _ => "what came is no HTTP",
    };
}
