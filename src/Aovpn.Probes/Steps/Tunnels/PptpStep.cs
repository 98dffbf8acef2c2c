using System.Net;
using System.Security.Cryptography;
using Aovpn.Diagnosis.Evidence.Transcripts;
using Aovpn.Probes.Channels;
using Aovpn.Probes.Sessions.Pptp;

namespace Aovpn.Probes.Steps.Tunnels;

/// <summary>PPTP: the control connection on TCP 1723 as far as a call. GRE after it would need raw sockets: it stays undecided.</summary>
public sealed class PptpStep : IProbeStep
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    public string Plan(ProbeSettings settings) => $"pptp: control connection and a call with TCP {settings.PptpPort} of {settings.Host}; cleared afterwards";

    public async Task<bool> RunAsync(ProbeContext context, CancellationToken cancel)
    {
        var (settings, transcript) = (context.Settings, context.Transcript);
        var entry = new TranscriptEntry.Tunnel(transcript.Now, "pptp", settings.Host, "tcp", 1723, Answered: false, Refused: false, "connect");
        using var channel = await TcpChannel.ConnectAsync(new IPEndPoint(context.Gateway!.Address, settings.PptpPort), Limit, context.Clock, cancel);
        if (!channel.IsConnected)
        {
            transcript.Add(entry with { Refused = channel.Error is System.Net.Sockets.SocketError.ConnectionRefused, Problem = channel.Error?.ToString() });
            return true;
        }

        var session = new PptpSession((ushort)RandomNumberGenerator.GetInt32(1, ushort.MaxValue));
        await using var stream = channel.Stream();
        var problem = await StreamTalk.RunAsync(stream, PptpSession.Begin(), bytes => session.Take(bytes.Span), () => session.Stage is PptpStage.Refused or PptpStage.CallAnswered, Limit, context.Clock, cancel);
        try
        {
            if (session.End() is { Length: > 0 } end)
                await stream.WriteAsync(end, cancel);
        }
        catch (IOException)
        {
            // It was cleared already.
        }

        transcript.Add(entry with
        {
            Answered = true,
            Stage = session.Stage switch { PptpStage.ConnectionRequested => "connection", PptpStage.CallRequested => "call", PptpStage.CallAnswered => "open", _ => "refused" },
            Server = session.Vendor is { Length: > 0 } vendor ? vendor : null,
            Problem = session.Problem ?? problem,
        });
        return true;
    }
}
