using System.Collections.Immutable;
using System.Net;
using Aovpn.Diagnosis.Evidence.Transcripts;
using DnsClient;
using DnsClient.Protocol;

namespace Aovpn.Probes.Steps;

/// <summary>Looks the gateway's name up, A and AAAA, with this machine's resolvers and those that the user names.</summary>
public sealed class NameStep : IProbeStep
{
    private const string NoResolver = "this machine names no DNS server";

    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(3);

    public string Plan(ProbeSettings settings) => IsAddress(settings) ? ""
        : $"name: A and AAAA of {settings.Host} asked of {string.Join(", ", settings.Resolvers.Select(one => one.ToString()).Prepend("this machine's resolvers"))}";

    public async Task<bool> RunAsync(ProbeContext context, CancellationToken cancel)
    {
        var settings = context.Settings;
        if (Given(settings) is [_, ..] given)
            return GoTo(context, given);

        List<Task<ImmutableArray<IPAddress>>> answers = [];
        foreach (var resolver in settings.Resolvers.Select(IPEndPoint? (one) => one).Prepend(null))
        {
            // Made once for both: to make one takes a look at every interface of the machine.
            var client = new Lazy<LookupClient>(() => Client(resolver));
            foreach (var type in new[] { QueryType.A, QueryType.AAAA })
                answers.Add(AskAsync(context, client, resolver, type, cancel));
        }

        // The machine's own resolver says where a client would go, as long as it knows an address; IPv4 first.
        var asked = await Task.WhenAll(answers);
        return GoTo(context, [.. asked.Chunk(2).Select(types => types.SelectMany(one => one)).FirstOrDefault(addresses => addresses.Any(), []).Distinct()]);
    }

    private static bool GoTo(ProbeContext context, ImmutableArray<IPAddress> addresses)
    {
        if (addresses is not [var first, ..])
            return false;

        context.Addresses = addresses;
        context.Gateway = context.At(first);
        return true;
    }

    private static async Task<ImmutableArray<IPAddress>> AskAsync(ProbeContext context, Lazy<LookupClient> client, IPEndPoint? resolver, QueryType type, CancellationToken cancel)
    {
        var (settings, transcript, began) = (context.Settings, context.Transcript, context.Clock.GetTimestamp());
        void Add(ImmutableArray<IPAddress> addresses, bool answered, string? problem) => transcript.Add(new TranscriptEntry.Name(
            transcript.Now, settings.Host, resolver?.ToString(), type.ToString(), [.. addresses.Select(one => one.ToString())], answered, problem,
            Math.Round(context.Clock.GetElapsedTime(began).TotalMilliseconds, 1)));

        try
        {
            var answer = await client.Value.QueryAsync(settings.Host, type, QueryClass.IN, cancel);
            ImmutableArray<IPAddress> addresses = [.. answer.Answers.OfType<AddressRecord>().Select(record => record.Address)];
            Add(addresses, answered: true, answer.HasError ? answer.Header.ResponseCode.ToString() : null);
            return addresses;
        }
        catch (DnsResponseException error)
        {
            Add([], answered: false, error.Code.ToString());
        }
        catch (ArgumentOutOfRangeException) when (resolver is null)
        {
            Add([], answered: false, NoResolver);
        }
        catch (Exception error) when (error is InvalidOperationException or System.Net.Sockets.SocketException or ArgumentException)
        {
            Add([], answered: false, error.Message);
        }

        return [];
    }

    private static LookupClient Client(IPEndPoint? resolver)
    {
        var options = resolver is null ? new LookupClientOptions() : new LookupClientOptions(resolver);
        options.Timeout = Wait;
        options.Retries = 1;
        options.UseCache = false;
        options.ThrowDnsErrors = false;
        return new(options);
    }

    private static bool IsAddress(ProbeSettings settings) => !Given(settings).IsEmpty;

    /// <summary>What needs no look-up.</summary>
    private static ImmutableArray<IPAddress> Given(ProbeSettings settings) =>
        !settings.Addresses.IsEmpty ? settings.Addresses : IPAddress.TryParse(settings.Host, out var literal) ? [literal] : [];
}
