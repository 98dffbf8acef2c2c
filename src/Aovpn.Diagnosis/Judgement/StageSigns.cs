using Aovpn.Diagnosis.Catalogue;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Judgement;

/// <summary>Which stages each observation shows to be passed.</summary>
internal static class StageSigns
{
    /// <summary>
    /// Raised on the client before it has spoken to anybody, or without regard to how far it came: no certificate for EAP (798), input
    /// needed (703), no machine certificate (13806), all tunnel types failed (800).
    /// </summary>
    private static readonly uint[] Local = [703, 798, 800, 13806];

    public static IEnumerable<StageSign> In(CaseFile file) => file.Observations.Select(Of).OfType<StageSign>();

    /// <summary>The stage at which a code is reported; null for a code that tells nothing of it.</summary>
    public static Stage? Of(Code code) => ErrorCatalogue.Find(code)?.Stage;

    private static StageSign? Of(Observation seen) => seen switch
    {
        ProfileRead => new(Stage.Profile, Stage.Profile, Message.Of($"a profile was read"), seen.Source),
        ConnectionFailed failed => Before(failed.Code, seen),
        GatewayEvent { Code: { Value: not 0 } code } => Before(code, seen),
        WindowsErrorReported { Code.Family: CodeFamily.Windows } reported => Before(reported.Code, seen),
        RadiusDecision { IsVpn: true, Outcome: RadiusOutcome.Accepted } => new(Stage.Reachability, Stage.Authorization, Message.Of($"NPS accepted the user"), seen.Source),
        RadiusDecision { IsVpn: true, Outcome: RadiusOutcome.SessionStarted or RadiusOutcome.SessionInterim or RadiusOutcome.SessionStopped } =>
            new(Stage.Reachability, Stage.Addressing, Message.Of($"a session is in the accounting"), seen.Source),
        RadiusDecision { IsVpn: true } => new(Stage.Reachability, Stage.ServerAuthentication, Message.Of($"the VPN server asked NPS about the user"), seen.Source),
        ConnectionProgressed { Phase: ConnectionPhase.Connected } => new(Stage.Reachability, Stage.Addressing, Message.Of($"connected"), seen.Source),
        ConnectionProgressed { Phase: ConnectionPhase.LinkEstablished or ConnectionPhase.AuthenticationStarted } =>
            new(Stage.Reachability, Stage.ServerAuthentication, Message.Of($"the link to the VPN server stood"), seen.Source),
        Reached { Inside: false, Protocol: "udp", Port: 500 or 4500, Answered: true } => new(Stage.Reachability, Stage.Reachability, Message.Of($"the VPN server answers"), seen.Source),
        Reached { Inside: true, Protocol: "icmp" or "tcp", Answered: true, About.Role: HostRole.VpnServer } inside =>
            new(Stage.Reachability, Stage.Connectivity, Message.Of($"{Hole.Address(inside.Target)} answers through the tunnel"), seen.Source),
        GatewayDescribed described => new(Stage.Reachability, Stage.Negotiation, Message.Of($"{Hole.Plain(described.Suite)}"), seen.Source),
        EapAuthentication { IsDirect: true, End: EapEnd.Accepted } => new(Stage.UserAuthentication, Stage.Authorization, Message.Of($"the user was accepted"), seen.Source),
        EapAuthentication { IsDirect: true } => null,
        EapAuthentication { End: EapEnd.Accepted } => new(Stage.Reachability, Stage.Authorization, Message.Of($"the user was accepted"), seen.Source),
        EapAuthentication => new(Stage.Reachability, Stage.ServerAuthentication, Message.Of($"the VPN server went on to EAP"), seen.Source),
        TunnelOpened => new(Stage.Reachability, Stage.Addressing, Message.Of($"the tunnel stood"), seen.Source),
        _ => null,
    };

    /// <summary>A code that only comes up at a stage shows the stages before it passed.</summary>
    private static StageSign? Before(Code code, Observation seen) =>
        Of(code) is { } stage && stage > Stage.Reachability && stage <= Stage.Connectivity && !Local.Contains(code.Value)
            ? new(Stage.Reachability, stage - 1, Message.Of($"{code} comes after it"), seen.Source)
            : null;
}
