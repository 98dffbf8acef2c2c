using System.Net.Sockets;
using Aovpn.Cli.Probing;
using Aovpn.Diagnosis.Rules;
using Aovpn.Lab.Deployment;
using Aovpn.Lab.Serving;
using Aovpn.Probes;

namespace Aovpn.Cli.Labs;

/// <summary>One run of <c>aovpn lab</c>: starts a deployment, says how to probe it, and answers until it is ended.</summary>
internal sealed class LabRun(Surroundings surroundings, TextWriter output)
{
    public async Task<int> RunAsync(LabArguments arguments, CancellationToken cancel)
    {
        if (arguments.Lists)
        {
            LabList.Write(output, RuleBook.Default);
            return ExitStatus.NothingFound;
        }

        var fault = arguments.Fault is { } name
            ? LabFaults.Find(name) ?? throw new UsageException($"--fault {name} is none of the lab's faults{Misspelling.DidYouMean(name, LabFaults.All.Select(one => one.Name))}")
            : null;
        var ports = new LabPorts(ProbeChoice.Parsed(arguments.Listen, "--listen"), Port(arguments.Port), Port(arguments.Port4500), Port(arguments.RadiusPort));
        var healthy = LabDeployment.Healthy(surroundings.Clock.GetUtcNow(), rsa: true);
        var lab = fault?.Change(healthy) ?? healthy;
        lab = lab with { Inside = lab.Inside with { Outer = ports.Address } };
        using var server = Listening(lab, ports);
        using var files = Written(lab, arguments.Folder);
        var client = new LabClientLines(lab, server.Ports, files, surroundings.Program);
        Describe(lab, fault, server.Ports, files, client, Method(arguments, fault));
        await output.FlushAsync(CancellationToken.None);
        await server.RunAsync(cancel);
        await output.WriteLineAsync("The lab has ended; its files are deleted.");
        return ExitStatus.NothingFound;
    }

    private void Describe(LabDeployment lab, LabFault? fault, LabPorts ports, LabFiles files, LabClientLines client, ProbeMethod method)
    {
        output.WriteLine(fault is null ? "A whole deployment runs on this machine; nothing is broken." : $"A deployment runs on this machine, and is broken: {fault.Name}.");
        if (fault is not null)
            output.WriteLine($"  {char.ToUpperInvariant(fault.Breaks[0])}{fault.Breaks[1..]}. {(fault.Windows.Length > 0 ? $"A Windows client says: {fault.Windows}." : "")}".TrimEnd());
        output.WriteLine();
        output.WriteLine($"  VPN server  {LabDeployment.GatewayName} on {ports.Address}, UDP {ports.Ike} for 500 and {ports.NatTraversal} for 4500");
        output.WriteLine($"  NPS         {LabDeployment.NpsName} on {ports.Address}, UDP {ports.Radius} for 1812");
        output.WriteLine($"  inside      {lab.Inside.Host} ({lab.Inside.HostName}) with TCP 80, DNS server {lab.Inside.DnsServer}; in this process only");
        output.WriteLine($"  files       {files.Folder}: certificates, keys and secrets, for you alone, until the lab ends");
        output.WriteLine();
        output.WriteLine("In another terminal, as a client:");
        output.WriteLine();
        output.WriteLine($"  {client.Probe(method)}");
        output.WriteLine();
        output.WriteLine("as a stranger, who has no credentials:");
        output.WriteLine();
        output.WriteLine($"  {client.Stranger(method)}");
        output.WriteLine();
        if (method is not ProbeMethod.Machine)
        {
            output.WriteLine("as the VPN server, which asks the NPS:");
            output.WriteLine();
            output.WriteLine($"  {client.Radius(method)}");
            output.WriteLine();
        }

        output.WriteLine(fault?.Page is not { } id ? "The client is told that nothing is wrong."
            : fault.NeedsLogs ? $"The client cannot tell it from outside; among what stays undecided is {Title(id)}."
            : $"The client is told {Title(id)}.");
        output.WriteLine("Ctrl-C ends the lab.");
    }

    private static string Title(string id) => $"{id}, {RuleBook.Default.Find(id)?.Title}";

    private static ProbeMethod Method(LabArguments arguments, LabFault? fault) => arguments.Method switch
    {
        "machine" => ProbeMethod.Machine,
        "mschapv2" => ProbeMethod.MsChapV2,
        "tls" => ProbeMethod.Tls,
        "peap-tls" => ProbeMethod.PeapTls,
        "peap-mschapv2" => ProbeMethod.PeapMsChapV2,
        _ => fault?.Method ?? ProbeMethod.PeapTls,
    };

    private LabServer Listening(LabDeployment lab, LabPorts ports)
    {
        try
        {
            return new(lab, ports, surroundings.Clock);
        }
        catch (SocketException error)
        {
            throw new UsageException(error.SocketErrorCode switch
            {
                SocketError.AddressAlreadyInUse => $"one of UDP {ports.Ike}, {ports.NatTraversal} and {ports.Radius} on {ports.Address} is taken, perhaps by another lab: choose others by --port, --port-4500 and --radius-port; 0 takes any that is free.",
                SocketError.AccessDenied => $"one of UDP {ports.Ike}, {ports.NatTraversal} and {ports.Radius} needs privileges: choose ports above 1023.",
                _ => $"the lab cannot listen on {ports.Address}: {error.Message}",
            });
        }
    }

    private static LabFiles Written(LabDeployment lab, string? folder)
    {
        try
        {
            return new(lab, folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"the lab cannot write its files{(folder is null ? "" : $" to {folder}")}: {error.Message} --folder names another folder.");
        }
    }

    private static int Port(int port) => port is >= 0 and <= 65535 ? port : throw new UsageException($"{port} is no port: 0 to 65535.");
}
