using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.NpsReporting;

namespace Aovpn.Reports.Redaction;

/// <summary>A report of NPS logs with invented names in the place of users, servers, RADIUS clients, stations and files; figures stay.</summary>
public sealed class NpsReportRedaction(Redactor redactor)
{
    private readonly MessageText _names = redactor.Messages;

    public NpsReport Of(NpsReport report)
    {
        // Users and clients first: a policy or a file may bear their names.
        var (byUser, byClient, unanswered) = (Of(report.ByUser), Of(report.ByClient, Hole.Host), Of(report.Unanswered, Hole.User));
        return report with
        {
            ByUser = byUser,
            ByClient = byClient,
            Unanswered = unanswered,
            ByCallingStation = Of(report.ByCallingStation, Hole.Address),
            ByPolicy = Of(report.ByPolicy, Hole.Plain),
            ByAuthentication = Of(report.ByAuthentication, Hole.Plain),
            Files = [.. report.Files.Select(file => _names.Of(Hole.Path(file)))],
            Damaged = [.. report.Damaged.Select(damage => damage with { FirstFile = _names.Of(Hole.Path(damage.FirstFile)), Sentence = new([Hole.Plain(_names.Of(damage.Sentence))]) })],
            Clocks = [.. report.Clocks.Select(note => note with { Whose = note.Whose is { } whose ? _names.HostName(whose) : null })],
        };
    }

    /// <summary>The page says to what the counts were narrowed.</summary>
    public NpsReportFilter Of(NpsReportFilter filter) => filter with
    {
        User = filter.User is { } user ? _names.User(user) : null,
        Client = filter.Client is { } client ? _names.HostName(client) : null,
    };

    private RefusedUsers Of(RefusedUsers users) => users with { Rows = [.. users.Rows.Select(row => row with { Name = _names.User(row.Name) })] };

    private RefusalTable Of(RefusalTable table, Func<string, Hole> kind) =>
        table with { Rows = [.. table.Rows.Select(row => row with { Name = row.Name is { } name ? _names.Of(kind(name)) : null })] };
}
