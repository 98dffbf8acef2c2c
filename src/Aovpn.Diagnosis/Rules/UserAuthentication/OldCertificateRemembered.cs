using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.UserAuthentication;

/// <summary>Windows remembers the certificate that the user signed in with, and keeps to it when it is renewed. Page: OldCertificateRemembered.md.</summary>
public sealed class OldCertificateRemembered() : Rule<ProfileRead>(HostRole.Unknown, "connection")
{
    private const string Renewed = "certificate-renewed";

    /// <summary>ERROR_NO_MORE_FILES.</summary>
    private const uint NoMoreFiles = 18;

    public override ImmutableArray<Need> Needs => [new("connection", HostRole.Client)];

    protected override Verdict? Judge(ProfileRead seen, CaseFile file)
    {
        // EAP-TLS, alone or inside of PEAP.
        if (seen is not { RememberCredentials: { } remembers, UserMethod: null or "Eap", Eap: null or { OuterType: 13 } or { InnerType: 13 } } || Reason(file) is not { } reason)
            return null;
        var place = seen.Cite(nameof(ProfileRead.RememberCredentials));
        return remembers
            ? Verdict.Found($"{Name(seen)} remembers what the user signed in with, and with it the certificate from before the renewal", place, reason) with { About = Host.Client }
            : Verdict.RuledOut($"{Name(seen)} remembers nothing of what the user signed in with", place);
    }

    private static Citation? Reason(CaseFile file) => ErrorsSeen.In(file, NoMoreFiles)?.Source
        ?? file.All<ChangeReported>().FirstOrDefault(one => one.Change == "renewal")?.Source
        ?? file.All<TopicMentioned>().FirstOrDefault(one => one is { Topic: Renewed, Negated: false })?.Source;

    private static Hole Name(ProfileRead seen) => seen.Name is { } name ? Hole.Host(name) : Hole.Plain("the connection");
}
