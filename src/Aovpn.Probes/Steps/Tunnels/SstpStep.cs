using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Aovpn.Diagnosis.Evidence.Transcripts;
using Aovpn.Probes.Channels;
using Aovpn.Probes.Sessions.Sstp;

namespace Aovpn.Probes.Steps.Tunnels;

/// <summary>SSTP: TCP 443, TLS with the certificate that is shown there, the call, and LCP as far as authentication would begin. Then it hangs up.</summary>
public sealed class SstpStep : IProbeStep
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    public string Plan(ProbeSettings settings) => $"sstp: TLS, SSTP_DUPLEX_POST and LCP with TCP {settings.HttpsPort} of {settings.Host}; hung up afterwards";

    public async Task<bool> RunAsync(ProbeContext context, CancellationToken cancel)
    {
        var (settings, transcript) = (context.Settings, context.Transcript);
        var entry = new TranscriptEntry.Tunnel(transcript.Now, "sstp", settings.Host, "tcp", 443, Answered: false, Refused: false, "connect");
        using var channel = await TcpChannel.ConnectAsync(new IPEndPoint(context.Gateway!.Address, settings.HttpsPort), Limit, context.Clock, cancel);
        if (!channel.IsConnected)
        {
            transcript.Add(entry with { Refused = channel.Error is System.Net.Sockets.SocketError.ConnectionRefused, Problem = channel.Error?.ToString() });
            return true;
        }

        transcript.Add(await TalkAsync(channel, settings, entry with { Answered = true, Stage = "tls" }, context.Clock, cancel));
        return true;
    }

    private static async Task<TranscriptEntry.Tunnel> TalkAsync(TcpChannel channel, ProbeSettings settings, TranscriptEntry.Tunnel entry, TimeProvider clock, CancellationToken cancel)
    {
        ImmutableArray<string> shown = [];
        await using var stream = channel.Stream();
        await using var tls = new SslStream(stream, leaveInnerStreamOpen: true);
        using var time = new CancellationTokenSource(Limit, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancel);
        try
        {
            await tls.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions
                {
                    TargetHost = settings.Host,

                    // An issuer that was not sent is not fetched from where the certificate says: nobody named that host.
                    CertificateChainPolicy = new() { RevocationMode = X509RevocationMode.NoCheck, DisableCertificateDownloads = true },

                    // Judged later, from the transcript, as a Windows client would; nothing secret is sent before the call is hung up.
                    RemoteCertificateValidationCallback = (_, certificate, chain, _) =>
                    {
                        shown = Shown(certificate, chain);
                        return true;
                    },
                }, both.Token);
        }
        catch (AuthenticationException error)
        {
            return entry with { Certificates = shown, Problem = error.InnerException?.Message ?? error.Message };
        }
        catch (Exception error) when (error is IOException or OperationCanceledException && !cancel.IsCancellationRequested)
        {
            return entry with { Certificates = shown, Problem = error is IOException ? error.Message : "no answer in time" };
        }

        var session = new SstpSession(settings.Host, Guid.NewGuid(), BinaryPrimitives.ReadUInt32LittleEndian(RandomNumberGenerator.GetBytes(4)));
        var problem = await StreamTalk.RunAsync(tls, session.Begin(), bytes => session.Take(bytes.Span), () => session.Stage is SstpStage.Refused or SstpStage.LinkOpen, Limit, clock, cancel);
        await HangUpAsync(tls, session.End());
        return entry with
        {
            Certificates = shown,
            Stage = session.Stage switch { SstpStage.HttpRequested => "http", SstpStage.CallRequested => "call", SstpStage.LinkNegotiated => "lcp", SstpStage.LinkOpen => "open", _ => session.HttpStatus is 200 ? "call" : "http" },
            HttpStatus = session.HttpStatus,
            Server = session.HttpServer,
            Authentication = [.. session.Link.Asked.Select(asked => asked.ToString())],
            Problem = session.Problem ?? problem,
        };
    }

    private static async Task HangUpAsync(SslStream tls, byte[] end)
    {
        try
        {
            if (end.Length > 0)
                await tls.WriteAsync(end);
        }
        catch (IOException)
        {
            // It hung up first.
        }
    }

    private static ImmutableArray<string> Shown(X509Certificate? leaf, X509Chain? chain) =>
    [
        .. new[] { leaf as X509Certificate2 }.Concat(chain?.ChainPolicy.ExtraStore.OfType<X509Certificate2>() ?? []).OfType<X509Certificate2>()
            .DistinctBy(one => one.Thumbprint).Select(one => Convert.ToBase64String(one.RawData)),
    ];
}
