using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>The WAN Miniports of a machine with their state: Get-PnpDevice, pnputil /enum-devices, Device Manager's sentence.</summary>
/// <param name="IsList">Several devices were listed, so that one that is missing says something.</param>
public sealed record DevicesListed(Citation Source, Host About, ImmutableArray<Device> Devices, bool IsList) : Observation(Source, About, null);
