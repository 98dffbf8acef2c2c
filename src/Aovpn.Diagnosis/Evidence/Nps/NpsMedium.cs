using Aovpn.Codecs.Nps;
using static Aovpn.Codecs.Nps.NpsAttributeKeys;

namespace Aovpn.Diagnosis.Evidence.Nps;

/// <summary>
/// What tells a VPN's records from others. NPS serves Wi-Fi, switches and Remote Desktop Gateway as well; the last says Virtual like a VPN and is told by
/// MS-Network-Access-Server-Type.
/// </summary>
/// <param name="IsRoutingService">The record is of RRAS' own log (service RAS).</param>
internal readonly record struct NpsMedium(bool IsRoutingService, long? ServerType, long? Vendor, long? PortType, long? Tunnel)
{
    /// <summary>Where nothing tells, a VPN is meant.</summary>
    public bool IsVpn
    {
        get
        {
            if (ServerType is { } server and not 0)
                return server == 2;
            if (IsRoutingService || Vendor == 311)
                return true;
            return PortType is { } port ? port == 5 : Tunnel != 13;
        }
    }

    public static NpsMedium Of(INpsAttributes record) =>
        new(record.Text(EventSource) == "RAS", record.Number(MsNetworkAccessServerType), record.Number(MsRasVendor), record.Number(NasPortType), record.Number(TunnelType));

    /// <summary>What an answer leaves out is its request's.</summary>
    public NpsMedium Or(NpsMedium? request) => request is not { } asked ? this : new(
        IsRoutingService, ServerType ?? asked.ServerType, Vendor ?? asked.Vendor, PortType ?? asked.PortType, Tunnel ?? asked.Tunnel);
}
