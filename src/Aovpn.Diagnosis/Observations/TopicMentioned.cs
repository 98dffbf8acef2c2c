using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>A person names something that narrows the cause: a load balancer, a captive portal, a private key.</summary>
/// <param name="Topic">A key of the lexicon.</param>
/// <param name="Negated">It is said not to be there or not to be so.</param>
public sealed record TopicMentioned(Citation Source, Host About, When? At, string Topic, bool Negated) : Observation(Source, About, At);
