using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>A probe asked the VPN server whether it takes some algorithms for IKE.</summary>
/// <param name="Asked">What was asked for: "offer of the client", "Windows by default", "AES-CBC-256", "MODP-2048 (group 14)".</param>
/// <param name="Accepted">False: NO_PROPOSAL_CHOSEN; null: no answer.</param>
/// <param name="Group">The Diffie-Hellman group that it chose.</param>
public sealed record SuiteAsked(Citation Source, Host About, When? At, string Asked, bool? Accepted, int? Group) : Observation(Source, About, At)
{
    /// <summary>What the client that the probe stands for would propose.</summary>
    public const string OfferOfTheClient = "offer of the client";

    /// <summary>What Windows proposes where nothing else is set: group 2 throughout.</summary>
    public const string WindowsDefault = "Windows by default";

    /// <summary>What Windows proposes with the registry value NegotiateDH2048_AES256.</summary>
    public const string WindowsDh2048 = "Windows with NegotiateDH2048_AES256";
}
