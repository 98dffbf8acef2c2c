using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Profile;

/// <summary>The script writes into a key of the registry that is not there. Page: RasManConfigKeyMissing.md.</summary>
public sealed class RasManConfigKeyMissing() : FleetRule(new Need("autotrigger", HostRole.Client))
{
    private const string Key = @"RasMan\Config";

    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        foreach (var failed in file.All<PowerShellFailed>().Where(IsMissing))
            yield return Verdict.Found($"the script does not find the key {Hole.Plain(Key)} (PathNotFound)", failed.Cite(nameof(PowerShellFailed.ErrorId))) with { About = failed.About };

        if (file.All<PowerShellFailed>().Any(IsMissing) || ScriptTrouble.SeenIn(file) is not { } trouble)
            yield break;
        foreach (var seen in file.All<RegistryRead>().Where(seen => seen.IsBelow(Key)))
        {
            yield return (seen.Exists
                ? Verdict.RuledOut($"the key {Hole.Plain(seen.Key)} exists", seen.Source)
                : Verdict.Found($"the key {Hole.Plain(seen.Key)} does not exist, and the script that needs it fails", seen.Source, trouble.Source)) with { About = seen.About };
        }
    }

    private static bool IsMissing(PowerShellFailed failed) =>
        failed.ErrorId?.StartsWith("PathNotFound", StringComparison.OrdinalIgnoreCase) is true && failed.Text.Contains(Key, StringComparison.OrdinalIgnoreCase);
}
