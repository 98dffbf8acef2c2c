using Aovpn.Diagnosis.Rules;
using Aovpn.Lab.Deployment;

namespace Aovpn.Cli.Labs;

/// <summary>The faults of the lab as a list: name, what is broken, what Windows says, the cause.</summary>
internal static class LabList
{
    public static void Write(TextWriter output, RuleBook book)
    {
        var width = LabFaults.All.Max(fault => fault.Name.Length);
        foreach (var place in LabFaults.All.GroupBy(fault => fault.Place))
        {
            output.WriteLine(Heading(place.Key));
            foreach (var fault in place)
            {
                output.WriteLine($"  {fault.Name.PadRight(width)}  {fault.Breaks}");
                output.WriteLine($"  {"".PadRight(width)}  {Cause(fault, book)}{(fault.Windows.Length > 0 ? $"; Windows: {fault.Windows}" : "")}");
            }

            output.WriteLine();
        }
    }

    private static string Cause(LabFault fault, RuleBook book) => fault.Page is not { } id ? "nothing is to be found"
        : $"{id} {book.Find(id)?.Title}{(fault.NeedsLogs ? " (from outside undecided)" : "")}";

    private static string Heading(LabPlace place) => place switch
    {
        LabPlace.Way => "On the way",
        LabPlace.VpnServer => "The VPN server",
        LabPlace.Inside => "Inside",
        LabPlace.RadiusServer => "The RADIUS server (NPS)",
        _ => "The user and the machine",
    };
}
