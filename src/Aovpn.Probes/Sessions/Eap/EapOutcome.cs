namespace Aovpn.Probes.Sessions.Eap;

/// <summary>How far an authentication is.</summary>
/// <param name="Reason">Null unless it failed.</param>
public sealed record EapOutcome(EapProgress Progress, EapFailureReason? Reason = null)
{
    public static readonly EapOutcome Running = new(EapProgress.Running);
    public static readonly EapOutcome Success = new(EapProgress.Success);

    public static EapOutcome Failed(EapFailureReason reason) => new(EapProgress.Failure, reason);
}
