using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Reachability;

/// <summary>The connection tries every tunnel type in turn and reports only that all failed, which hides why.</summary>
public sealed class TunnelTypeAutomatic() : Rule<ProfileRead>(HostRole.Unknown, "connection")
{
    public override System.Collections.Immutable.ImmutableArray<Need> Needs => [new("connection", HostRole.Client)];

    /// <summary>ERROR_AUTOMATIC_VPN_FAILED: without it Automatic is a choice, not a fault.</summary>
    private const uint AllTunnelsFailed = 800;

    protected override Verdict? Judge(ProfileRead seen, CaseFile file)
    {
        if (seen.TunnelType is not { } type || type is not ("Automatic" or "IKEv2" or "SSTP" or "L2TP" or "PPTP"))
            return null;

        var place = seen.Cite(nameof(ProfileRead.TunnelType));
        if (type is not "Automatic")
            return Verdict.RuledOut($"{Name(seen)} dials {Hole.Plain(type)} only", place);

        return ErrorsSeen.In(file, AllTunnelsFailed) is { } failure
            ? Verdict.Found($"{Name(seen)} tries every tunnel type (Automatic), and reports of a failure only that all failed ({Hole.Plain("800")})", place, failure.Source)
            : null;
    }

    private static Hole Name(ProfileRead seen) => seen.Name is { } name ? Hole.Host(name) : Hole.Plain("the connection");
}
