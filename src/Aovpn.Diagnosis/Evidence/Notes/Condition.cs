using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Notes;

/// <summary>For which value or values of a dimension something is said.</summary>
internal sealed record Condition(ContrastDimension Dimension, ConditionReach Reach, int First, int End);
