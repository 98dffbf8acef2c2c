using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Profile;

/// <summary>The phonebook holds what no phonebook holds. Page: PhonebookCorrupt.md.</summary>
public sealed class PhonebookCorrupt() : Rule<PhonebookRead>(HostRole.Client, "phonebook")
{
    protected override Verdict? Judge(PhonebookRead seen, CaseFile file) => seen.ForeignLines switch
    {
        0 => null,
        1 => Verdict.Found($"the phonebook holds 1 line that is neither [name] nor key=value", seen.Source),
        var lines => Verdict.Found($"the phonebook holds {lines} lines that are neither [name] nor key=value", seen.Source),
    };
}
