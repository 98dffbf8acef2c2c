using System.CommandLine;
using System.CommandLine.Completions;
using Aovpn.Lab.Deployment;
using Aovpn.Lab.Serving;

namespace Aovpn.Cli.Labs;

/// <summary><c>aovpn lab</c>: a deployment on this machine, whole or broken on demand, for the probe to be tried at.</summary>
internal static class LabCommand
{
    public static readonly string[] Examples =
    [
        "aovpn lab",
        "aovpn lab --fault server-cert-expired",
        "aovpn lab --fault radius-unknown-client --method tls",
        "aovpn lab --list",
    ];

    public static Command Create(Surroundings surroundings)
    {
        var fault = new Option<string>("--fault") { Description = "What is broken; without it nothing. --list shows all.", HelpName = "NAME" };
        fault.CompletionSources.Add(_ => LabFaults.All.Select(one => new CompletionItem(one.Name)));
        var list = new Option<bool>("--list") { Description = "List the faults, what Windows says to each, and the cause that the probe finds; nothing is started." };
        var method = new Option<string>("--method") { Description = "How the client of the printed line authenticates; without it by a method that meets the fault.", HelpName = "machine|mschapv2|tls|peap-tls|peap-mschapv2" };
        method.AcceptOnlyFromAmong("machine", "mschapv2", "tls", "peap-tls", "peap-mschapv2");
        var folder = new Option<string>("--folder") { Description = "Where certificates, keys and secrets are written, until the lab ends; without it a temporary folder.", HelpName = "FOLDER" };
        var listen = new Option<string>("--listen") { Description = "Address to listen at.", HelpName = "ADDRESS", DefaultValueFactory = _ => LabPorts.Default.Address.ToString() };
        var port = new Option<int>("--port") { Description = "In place of UDP 500, which needs privileges on many systems.", HelpName = "PORT", DefaultValueFactory = _ => LabPorts.Default.Ike };
        var port4500 = new Option<int>("--port-4500") { Description = "In place of UDP 4500.", HelpName = "PORT", DefaultValueFactory = _ => LabPorts.Default.NatTraversal };
        var radiusPort = new Option<int>("--radius-port") { Description = "In place of UDP 1812.", HelpName = "PORT", DefaultValueFactory = _ => LabPorts.Default.Radius };
        var command = new Command("lab", "Runs a VPN server and an NPS on this machine, broken as you wish, to try the probe at.")
        {
            fault, list, method, folder, listen, port, port4500, radiusPort,
        };
        command.SetAction((result, cancel) => new LabRun(surroundings, result.InvocationConfiguration.Output).RunAsync(
            new()
            {
                Fault = result.GetValue(fault),
                Method = result.GetValue(method),
                Lists = result.GetValue(list),
                Folder = result.GetValue(folder),
                Listen = result.GetValue(listen)!,
                Port = result.GetValue(port),
                Port4500 = result.GetValue(port4500),
                RadiusPort = result.GetValue(radiusPort),
            },
            cancel));
        return command;
    }
}
