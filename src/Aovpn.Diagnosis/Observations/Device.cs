using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>A device as Windows' device management lists it.</summary>
/// <param name="Name">As shown: WAN Miniport (IP).</param>
/// <param name="InstanceId"><c>SWD\MSRRAS\MS_NDISWANIP</c>; null when not shown, or cut off at the width of a table.</param>
/// <param name="Works">False where Windows reports a problem; null when not shown, or when the device is not there at the moment.</param>
/// <param name="Problem">Number of the CM_PROB_ constants of cfg.h, which Device Manager shows as "Code 31"; null when there is none or it is not shown.</param>
public sealed record Device(Citation Source, string Name, string? InstanceId, bool? Works, int? Problem) : Cited(Source)
{
    private const string Miniports = @"SWD\MSRRAS\MS_";

    /// <summary>What a WAN Miniport carries: IP, IPv6, IKEv2, SSTP, L2TP, PPTP ...; null for other devices.</summary>
    public string? Miniport => OfInstance(InstanceId) ?? OfName(Name);

    private static string? OfInstance(string? id) => id is null || !id.StartsWith(Miniports, StringComparison.OrdinalIgnoreCase) ? null : id[Miniports.Length..].ToUpperInvariant() switch
    {
        "NDISWANIP" => "IP",
        "NDISWANIPV6" => "IPv6",
        "NDISWANBH" => "Network Monitor",
        "AGILEVPNMINIPORT" => "IKEv2",
        "SSTPMINIPORT" => "SSTP",
        "L2TPMINIPORT" => "L2TP",
        "PPTPMINIPORT" => "PPTP",
        "PPPOEMINIPORT" => "PPPOE",
        _ => null,
    };

    /// <summary>The name is translated, what stands in its brackets is not.</summary>
    private static string? OfName(string name)
    {
        var open = name.LastIndexOf('(');
        return open > 0 && name.EndsWith(')') && name.AsSpan(0, open).ContainsAny("Mm\u041C") ? name[(open + 1)..^1] : null;
    }
}
