using System.Buffers.Binary;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Threading.Channels;
using Aovpn.Codecs;
using Aovpn.Codecs.Ike;
using Aovpn.Codecs.Ike.V1;
using Aovpn.Diagnosis.Evidence.Transcripts;
using Aovpn.Probes.Channels;
using Aovpn.Probes.Sessions.L2tp;

namespace Aovpn.Probes.Steps.Tunnels;

/// <summary>
/// L2TP/IPsec: the first message of IKEv1's main mode, with what Windows proposes, and the answer to it. L2TP itself comes after IPsec: with the pre-shared key it is
/// walked as far as LCP (<see cref="L2tpWalk"/>).
/// </summary>
public sealed class L2tpStep : IProbeStep
{
    /// <summary>How a gateway may want to be authenticated, RFC 2409 appendix A: a stranger offers both.</summary>
    private const int PreSharedKey = 1, Certificates = 3;

    private static readonly TimeSpan[] Waits = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)];

    public string Plan(ProbeSettings settings) => settings.PreSharedKey is not null
        ? $"l2tp: IKEv1 with the pre-shared key, L2TP and LCP with UDP {settings.IkePort} and {settings.NatTraversalPort} of {settings.Host}; deleted afterwards"
        : $"l2tp: first message of IKEv1 main mode to UDP {settings.IkePort} of {settings.Host}, up to {Waits.Length} times";

    public async Task<bool> RunAsync(ProbeContext context, CancellationToken cancel)
    {
        var (settings, transcript) = (context.Settings, context.Transcript);
        var entry = new TranscriptEntry.Tunnel(transcript.Now, "l2tp", settings.Host, "udp", 500, Answered: false, Refused: false, "main-mode");
        if (settings.PreSharedKey is { } psk)
        {
            using var walk = new L2tpWalk(settings, context.Gateway!, psk, context.Clock, Waits);
            transcript.Add(await walk.RunAsync(entry, cancel));
            return true;
        }

        var arrivals = Channel.CreateUnbounded<Arrival>();
        var cookie = BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(8)) | 1;
        var request = IkeV1Message.Of(cookie, 0, ExchangeType.MainMode, 0, [new IkeV1SecurityAssociationPayload(L2tpSettings.Proposals(PreSharedKey, Certificates)), .. L2tpSettings.Vendors]).Encode();
        try
        {
            using var channel = new UdpChannel(new(context.Gateway!.Address, settings.IkePort), arrivals.Writer);
            foreach (var wait in Waits)
            {
                channel.Send(request);
                if (await AnswerAsync(arrivals.Reader, cookie, wait, context.Clock, cancel) is not { } arrival)
                    continue;
                transcript.Add(arrival.Error is { } error
                    ? entry with { Refused = ConnectedUdp.IsPortClosed(error), Problem = error.ToString() }
                    : Read(entry with { Answered = true }, arrival.Bytes));
                return true;
            }

            transcript.Add(entry);
        }
        catch (SocketException error)
        {
            transcript.Add(entry with { Problem = error.SocketErrorCode.ToString() });
        }

        return true;
    }

    private static async Task<Arrival?> AnswerAsync(ChannelReader<Arrival> arrivals, ulong cookie, TimeSpan wait, TimeProvider clock, CancellationToken cancel)
    {
        using var time = new CancellationTokenSource(wait, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancel);
        try
        {
            while (true)
            {
                var arrival = await arrivals.ReadAsync(both.Token);
                if (arrival.Error is not null || (arrival.Bytes.Length >= 8 && BinaryPrimitives.ReadUInt64BigEndian(arrival.Bytes.Span) == cookie))
                    return arrival;
            }
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return null;
        }
    }

    private static TranscriptEntry.Tunnel Read(TranscriptEntry.Tunnel entry, ReadOnlyMemory<byte> answer)
    {
        try
        {
            var message = IkeV1Message.Decode(answer.Span);
            if (message.Payloads.OfType<IkeV1SecurityAssociationPayload>().FirstOrDefault() is { Transforms: [var chosen, ..] })
                return entry with { Stage = "open", Server = chosen.ToString() };
            return message.Payloads.OfType<IkeV1NotificationPayload>().FirstOrDefault() is { } refusal
                ? entry with { Problem = refusal.Name }
                : entry with { Problem = "the answer holds neither a choice nor a notification" };
        }
        catch (MalformedException problem)
        {
            return entry with { Problem = problem.Message };
        }
    }
}
