using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Threading.Channels;
using Aovpn.Codecs;
using Aovpn.Codecs.Ike;
using Aovpn.Codecs.Ike.V1;
using Aovpn.Diagnosis.Evidence.Transcripts;
using Aovpn.Probes.Channels;

namespace Aovpn.Probes.Steps.Tunnels;

/// <summary>L2TP/IPsec: the first message of IKEv1's main mode, with what Windows proposes, and the answer to it. L2TP itself comes after IPsec and is not seen.</summary>
public sealed class L2tpStep : IProbeStep
{
    private const uint LifeSeconds = 28_800;

    /// <summary>In Windows' order, for a pre-shared key and for certificates: 7 is AES, 5 3DES; hash 2 SHA-1.</summary>
    private static readonly ImmutableArray<IkeV1Transform> Proposals =
    [
        .. from authentication in (int[])[1, 3]
           from suite in (IkeV1Transform[])[new(7, 2, 0, 20, 256), new(7, 2, 0, 19, 128), new(7, 2, 0, 14, 256), new(5, 2, 0, 14), new(5, 2, 0, 2)]
           select suite with { Authentication = authentication, LifeSeconds = LifeSeconds },
    ];

    /// <summary>What Windows says that it can: NAT traversal by RFC 3947 and by its second draft, fragmentation (MS-IKEE §1.7). A server may leave a client without the first two unanswered.</summary>
    private static readonly ImmutableArray<IkeV1Payload> Vendors =
    [
        .. from id in (string[])["4A131C81070358455C5728F20E95452F", "90CB80913EBB696E086381B5EC427B1F", "4048B7D56EBCE88525E7DE7F00D6C2D3"]
           select new IkeV1OpaquePayload(IkeV1PayloadType.VendorId, [.. Convert.FromHexString(id)]),
    ];

    private static readonly TimeSpan[] Waits = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)];

    public string Plan(ProbeSettings settings) => $"l2tp: first message of IKEv1 main mode to UDP {settings.IkePort} of {settings.Host}, up to {Waits.Length} times";

    public async Task<bool> RunAsync(ProbeContext context, CancellationToken cancel)
    {
        var (settings, transcript) = (context.Settings, context.Transcript);
        var entry = new TranscriptEntry.Tunnel(transcript.Now, "l2tp", settings.Host, "udp", 500, Answered: false, Refused: false, "main-mode");
        var arrivals = Channel.CreateUnbounded<Arrival>();
        var cookie = BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(8)) | 1;
        var request = IkeV1Message.Of(cookie, 0, ExchangeType.MainMode, 0, [new IkeV1SecurityAssociationPayload(Proposals), .. Vendors]).Encode();
        try
        {
            using var channel = new UdpChannel(new(context.Gateway!.Address, settings.IkePort), arrivals.Writer);
            foreach (var wait in Waits)
            {
                channel.Send(request);
                if (await AnswerAsync(arrivals.Reader, cookie, wait, context.Clock, cancel) is not { } arrival)
                    continue;
                transcript.Add(arrival.Error is { } error
                    ? entry with { Refused = error is SocketError.ConnectionRefused or SocketError.ConnectionReset, Problem = error.ToString() }
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
                ? entry with { Problem = refusal.Message == IkeV1NotificationPayload.NoProposalChosen ? "NO-PROPOSAL-CHOSEN" : FormattableString.Invariant($"notification {refusal.Message}") }
                : entry with { Problem = "the answer holds neither a choice nor a notification" };
        }
        catch (MalformedException problem)
        {
            return entry with { Problem = problem.Message };
        }
    }
}
