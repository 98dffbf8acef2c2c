using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>
/// A person compared: it works for one value of a dimension and fails for another ("works from the phone's hotspot"), or it
/// fails for all alike ("every user is affected"). Contrasts decide more cases than logs do.
/// </summary>
/// <param name="Differs">True: it works for one and fails for another. False: it is the same for all.</param>
public sealed record Contrast(Citation Source, Host About, When? At, ContrastDimension Dimension, bool Differs)
    : Observation(Source, About, At);
