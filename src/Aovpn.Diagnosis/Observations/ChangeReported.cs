using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>It began with a change: an update, a renewal, a move to another CA.</summary>
/// <param name="Change">A key of the lexicon: update, renewal, new-ca, server-upgrade, migration, policy-change, new-client, feature-update.</param>
public sealed record ChangeReported(Citation Source, Host About, When? At, string Change) : Observation(Source, About, At);
