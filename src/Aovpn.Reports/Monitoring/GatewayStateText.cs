using System.Globalization;
using Aovpn.Reports.Text;

namespace Aovpn.Reports.Monitoring;

/// <summary>States of gateways for people: a line each, what is wrong in words, and how many are well.</summary>
public sealed class GatewayStateText(TextWriter output)
{
    private const int LongestName = 40, AddressColumn = 16;

    public void Write(IReadOnlyCollection<GatewayState> states)
    {
        var names = Math.Min(LongestName, states.Max(state => (int?)DisplayWidth.Of(state.Gateway)) ?? 0);
        foreach (var state in states)
            output.WriteLine(Line(state, names));

        var well = states.Count(state => state.IsWell);
        output.WriteLine();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{states.Count} {(states.Count == 1 ? "gateway" : "gateways")}: {well} well, {states.Count - well} not."));
    }

    /// <summary>One gateway.</summary>
    /// <param name="nameColumns">Columns that its name takes.</param>
    public static string Line(GatewayState state, int nameColumns)
    {
        var line = $"{DisplayWidth.Fit(VisibleText.Of(state.Gateway), nameColumns)}  {(state.Address ?? "").PadRight(AddressColumn)}{(state.IsWell ? " ok  " : " --  ")}";
        var words = state.Ports.Select(Port).ToList();
        if (state.Problem is { } problem)
            words.Add(VisibleText.Of(problem));
        if (state.Connects is { } connects)
            words.Add(connects ? "connects" : "does not connect");
        words.AddRange(state.Certificates.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Server} certificate {one.DaysLeft:0} days")));
        words.AddRange(state.Causes);
        return (line + string.Join("; ", words)).TrimEnd();
    }

    private static string Port(PortState port)
    {
        var time = port.RoundTripSeconds is { } seconds ? string.Create(CultureInfo.InvariantCulture, $" in {seconds * 1000:0} ms") : "";
        return string.Create(CultureInfo.InvariantCulture, $"UDP {port.Port} {(port.Answers ? $"{VisibleText.Of(port.Says)}{time}" : port.Says.Length > 0 ? VisibleText.Of(port.Says) : "silent")}");
    }
}
