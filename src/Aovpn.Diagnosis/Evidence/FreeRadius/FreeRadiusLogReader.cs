using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.FreeRadius;

/// <summary>
/// Reads FreeRADIUS's radius.log (version 3, <c>auth = yes</c>). The ground of a refusal often stands in the line about the inner
/// authentication, and the outer one only says that it failed: the two are joined.
/// </summary>
public sealed class FreeRadiusLogReader : IArtifactReader
{
    private const int LinesLookedAt = 20;
    private const string Unknown = "from unknown client ", Received = "Received packet from ", Mismatch = " with invalid Message-Authenticator";

    public string Kind => "freeradius-log";

    public bool Recognizes(ArtifactContent content)
    {
        var lines = content.FirstLines(LinesLookedAt).Where(line => line.Length > 0).ToArray();
        return lines.Length > 0 && lines.Count(line => FreeRadiusLine.Parse(line.TrimEnd('\r')) is not null) * 2 > lines.Length;
    }

    public IEnumerable<Observation> Read(ArtifactContent content, RecordTally tally)
    {
        var about = content.Artifact.Host.Or(Host.NpsServer);
        Dictionary<string, (string Words, RefusalGround Ground, Locator Place)> inside = [];
        using var text = content.OpenText();
        for (long number = 1; text.ReadLine() is { } line; number++)
        {
            if (FreeRadiusLine.Parse(line) is not { } parsed)
                continue;
            tally.Records++;
            var source = new Citation(content.Artifact, new Locator.Lines(number));
            if (Dropped(parsed, source, about) is { } dropped)
                yield return dropped;
            else if (parsed.Type == "Auth" && FreeRadiusLogin.Parse(parsed.Text) is { } login && Decision(login, parsed, source, about, inside) is { } decision)
                yield return decision;
        }
    }

    private static RadiusRequestDropped? Dropped(FreeRadiusLine line, Citation source, Host about)
    {
        var at = When.Local(line.At, about);
        if (line.Text.IndexOf(Unknown, StringComparison.Ordinal) is >= 0 and var unknown)
            return new(source, about, at, line.Text[(unknown + Unknown.Length)..].Split(' ')[0], IsUnknownClient: true);
        var received = line.Text.IndexOf(Received, StringComparison.Ordinal);
        return received >= 0 && line.Text.Contains(Mismatch, StringComparison.Ordinal)
            ? new(source, about, at, line.Text[(received + Received.Length)..].Split(' ')[0], IsUnknownClient: false)
            : null;
    }

    private static RadiusDecision? Decision(
        FreeRadiusLogin login, FreeRadiusLine line, Citation source, Host about, Dictionary<string, (string Words, RefusalGround Ground, Locator Place)> inside)
    {
        var ground = login.Accepted ? null : FreeRadiusWords.Ground(login.Words);
        if (login.Inside)
        {
            if (login.Accepted)
                inside.Remove(login.User);
            else if (ground is { } found)
                inside[login.User] = (login.Words!, found, source.Locator);
            return null;
        }

        var fields = ImmutableDictionary<string, Locator>.Empty;
        var words = login.Words;
        if (inside.Remove(login.User, out var earlier) && !login.Accepted && ground is null)
        {
            (words, ground) = (earlier.Words, earlier.Ground);
            fields = fields.Add(nameof(RadiusDecision.Words), earlier.Place);
        }

        return new(
            source, about, When.Local(line.At, about), login.Accepted ? RadiusOutcome.Accepted : RadiusOutcome.Rejected, null, login.User, null, null, null, null,
            new(login.Client, null, null, null, null), login.CallingStation, null, null)
        {
            Ground = ground,
            Words = words,
            Fields = fields,
        };
    }
}
