using System.Net.NetworkInformation;
using System.Net.Sockets;
using Aovpn.Diagnosis.Evidence.Transcripts;

namespace Aovpn.Probes.Steps;

/// <summary>This machine's interfaces, and the roots that are trusted in the client's place. Sends nothing.</summary>
public sealed class LocalStep : IProbeStep
{
    public string Plan(ProbeSettings settings) => "this machine: its interfaces; nothing is sent";

    public Task<bool> RunAsync(ProbeContext context, CancellationToken cancel)
    {
        var transcript = context.Transcript;

        // A gateway on this machine, as the lab's, is reached without any of them.
        if (context.Settings.Addresses is not [_, ..] addresses || !addresses.All(System.Net.IPAddress.IsLoopback))
        {
            transcript.Add(new TranscriptEntry.Interfaces(
                transcript.Now, [.. NetworkInterface.GetAllNetworkInterfaces().Where(one => one.NetworkInterfaceType is not NetworkInterfaceType.Loopback).Select(Seen)]));
        }

        if (context.Settings.Roots is { } roots)
            transcript.Add(new TranscriptEntry.Roots(transcript.Now, context.Settings.RootsFrom, [.. roots.Select(der => Convert.ToBase64String(der.AsSpan()))]));

        var own = context.Settings.MachineCertificate ?? context.Settings.Eap?.Certificate;
        if (own is not null || context.Settings.LacksCertificate)
            transcript.Add(new TranscriptEntry.Credentials(transcript.Now, context.Settings.Method is ProbeMethod.Machine, own is { Chain: [var leaf, ..] } ? [Convert.ToBase64String(leaf.AsSpan())] : []));

        return Task.FromResult(true);
    }

    private static InterfaceSeen Seen(NetworkInterface one)
    {
        var properties = one.GetIPProperties();
        return new(
            one.Name, one.OperationalStatus is OperationalStatus.Up or OperationalStatus.Unknown,
            [.. properties.UnicastAddresses.Where(address => !address.Address.IsIPv6LinkLocal).Select(address => $"{address.Address}/{address.PrefixLength}")],
            [.. properties.GatewayAddresses.Where(gateway => gateway.Address.AddressFamily is AddressFamily.InterNetwork or AddressFamily.InterNetworkV6).Select(gateway => gateway.Address.ToString())],
            [.. properties.DnsAddresses.Select(server => server.ToString())]);
    }
}
