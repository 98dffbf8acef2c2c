using System.Collections.Concurrent;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Judgement;

/// <summary>
/// Whether the evidence that a rule needs was handed in as a whole. A rule that had all of it and said nothing is not concerned, which
/// is another answer than "nobody has looked". Listings that show one fact of many (a session, a configuration) never count as a whole.
/// </summary>
internal static class EvidenceSeen
{
    public static bool In(CaseFile file, Need need) =>
        file.Derived(Answers).GetOrAdd(need, static (need, file) => file.Observations.Any(seen => !seen.IsReported && Shows(seen, need)), file);

    private static ConcurrentDictionary<Need, bool> Answers(CaseFile file) => [];

    private static bool Shows(Observation seen, Need need) => (need.Kind, seen) switch
    {
        ("profile" or "connection", ProfileRead profile) => profile.Form is not ProfileForm.EapHostConfig,
        ("client-events", ConnectionFailed or ConnectionProgressed) => true,
        ("gateway-events", GatewayEvent) => true,
        ("nps-events", RadiusDecision decision) => decision.IsVpn,
        ("nps-system-events", EventLogged logged) => logged.Provider == "NPS",
        ("aad-events", CloudSignIn) => true,
        ("user-store", StoreListed store) => IsWhole(store, need, "My") && store.Location is not StoreLocation.LocalMachine,
        ("machine-store", StoreListed store) => IsWhole(store, need, "My") && store.Location is not StoreLocation.CurrentUser,
        ("root-store", StoreListed store) => IsWhole(store, need, "Root"),
        ("ntauth-store", StoreListed store) => IsWhole(store, need, "NTAuth"),
        ("radius-clients", RadiusClientsListed) => true,
        ("script", ScriptRead) => true,
        _ => false,
    };

    private static bool IsWhole(StoreListed listed, Need need, string store) => listed.Complete && listed.Store == store && listed.About.Role == need.From;
}
