using System.Net.NetworkInformation;
using Aovpn.Diagnosis.Evidence.Transcripts;

namespace Aovpn.Probes.Steps;

/// <summary>Pings the gateway by the system's means. No answer proves nothing: many firewalls drop echo requests.</summary>
public sealed class PingStep : IProbeStep
{
    private const int Milliseconds = 1000;

    public string Plan(ProbeSettings settings) => $"ping: up to two echo requests to {settings.Host}";

    public async Task<bool> RunAsync(ProbeContext context, CancellationToken cancel)
    {
        var transcript = context.Transcript;
        var target = context.Gateway!.Address;
        for (var last = false; ; last = true)
        {
            var (answered, took) = await AskAsync(target);
            if (answered is false && !last && !cancel.IsCancellationRequested)
                continue;

            transcript.Add(new TranscriptEntry.Ping(transcript.Now, target.ToString(), answered, took));
            return true;
        }
    }

    private static async Task<(bool? Answered, double? Milliseconds)> AskAsync(System.Net.IPAddress target)
    {
        try
        {
            using var ping = new Ping();
            var reply = await ping.SendPingAsync(target, Milliseconds);
            return reply.Status is IPStatus.Success ? (true, reply.RoundtripTime) : (false, null);
        }
        catch (Exception error) when (error is PingException or PlatformNotSupportedException or InvalidOperationException)
        {
            return (error.InnerException is System.Net.Sockets.SocketException ? false : null, null);
        }
    }
}
