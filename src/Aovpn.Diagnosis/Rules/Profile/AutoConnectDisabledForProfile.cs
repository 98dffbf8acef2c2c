using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Profile;

/// <summary>A list in the registry keeps Windows from dialling a profile by itself. Page: AutoConnectDisabledForProfile.md.</summary>
public sealed class AutoConnectDisabledForProfile() : Rule<RegistryRead>(HostRole.Unknown, "autotrigger")
{
    private const string List = "AutoTriggerDisabledProfilesList";

    protected override Verdict? Judge(RegistryRead seen, CaseFile file)
    {
        if (!seen.IsBelow(@"RasMan\Config") || !seen.Exists)
            return null;
        if (seen[List] is { Data.Length: > 0 } list)
            return Verdict.Found($"{Hole.Host(list.Data)} stands in {Hole.Plain(List)}: Windows does not dial it by itself", list.Source);
        return seen.Complete ? Verdict.RuledOut($"the client has no {Hole.Plain(List)}", seen.Source) : null;
    }
}
