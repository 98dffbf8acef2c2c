using System.Net;
using System.Net.Sockets;
using System.Text;
using Aovpn.Diagnosis.Evidence.Transcripts;

namespace Aovpn.Probes.Steps;

/// <summary>Asks the service that the user chose under which address this machine is seen: whether the test is made from outside at all (specification, step 1).</summary>
public sealed class ExternalAddressStep : IProbeStep
{
    private const int LongestAnswer = 4096;

    public string Plan(ProbeSettings settings) =>
        settings.ExternalAddressService is { } service ? $"external address: one HTTP request to {service}" : "";

    public async Task<bool> RunAsync(ProbeContext context, CancellationToken cancel)
    {
        if (context.Settings.ExternalAddressService is not { } service)
            return true;

        var transcript = context.Transcript;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(TimeSpan.FromSeconds(10));
        try
        {
            using var client = new HttpClient { MaxResponseContentBufferSize = LongestAnswer };
            var text = Encoding.UTF8.GetString(await client.GetByteArrayAsync(service, limit.Token)).Trim();
            transcript.Add(IPAddress.TryParse(text, out var address)
                ? new(transcript.Now, service.ToString(), address.ToString(), null)
                : new TranscriptEntry.ExternalAddress(transcript.Now, service.ToString(), null, "the answer is no address"));
        }
        catch (Exception error) when (error is HttpRequestException or SocketException or OperationCanceledException && !cancel.IsCancellationRequested)
        {
            transcript.Add(new TranscriptEntry.ExternalAddress(transcript.Now, service.ToString(), null, error is OperationCanceledException ? "no answer in 10 s" : error.Message));
        }

        return true;
    }
}
