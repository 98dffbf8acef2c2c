using System.Net;
using Aovpn.Probes.Sessions.Ike;

namespace Aovpn.Probes.Scanning;

/// <summary>One question of a scan: does this port of this gateway speak IKEv2?</summary>
/// <param name="Host">The gateway as the user named it.</param>
/// <param name="Port">UDP 500 or 4500, as IKE counts them.</param>
/// <param name="Endpoint">Where it is asked.</param>
public sealed record ScanTarget(string Host, IkePort Port, IPEndPoint Endpoint);
