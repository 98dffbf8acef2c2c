namespace Aovpn.Diagnosis.NpsReporting;

/// <summary>Packets of one kind of access, VPN or not.</summary>
/// <param name="Requests">Access-Request, every EAP step counted.</param>
/// <param name="Discarded">Requests that NPS threw away with a reason and without an answer.</param>
/// <param name="Unanswered">Requests to which the log holds no answer.</param>
/// <param name="NotContinued">Challenges after which the client sent nothing more: it gave up, or its packets did not arrive.</param>
/// <param name="Accounting">Accounting-Request.</param>
public sealed record NpsTraffic(long Requests, long Challenges, long Accepted, long Rejected, long Discarded, long Unanswered, long NotContinued, long Accounting);
