using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Diagnosis.Rules;

namespace Aovpn.Tests.Rules.Throwaway;

/// <summary>A cause added by CONTRIBUTING's recipe: this file and the page beside it, nothing else. Page: NoteMentionsSnow.md.</summary>
public sealed class NoteMentionsSnow() : Rule<ConnectionFailed>(HostRole.Client, "client-events")
{
    protected override Verdict? Judge(ConnectionFailed seen, CaseFile file) => seen.Connection is "Snow"
        ? Verdict.Found($"the connection is named {Hole.Host(seen.Connection)}", seen.Source)
        : Verdict.RuledOut($"the connection has another name", seen.Source);
}
