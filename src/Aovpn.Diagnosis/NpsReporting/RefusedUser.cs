namespace Aovpn.Diagnosis.NpsReporting;

/// <summary>A user who was refused.</summary>
/// <param name="Name">As the log first wrote it.</param>
/// <param name="SucceedsAgain">When NPS accepts the user after the last refusal; null when it does not, or the log has no times.</param>
/// <param name="WorksAgain">Whether NPS accepts the user after the last refusal.</param>
public sealed record RefusedUser(string Name, long Count, DateTime? First, DateTime? Last, DateTime? SucceedsAgain, bool WorksAgain);
