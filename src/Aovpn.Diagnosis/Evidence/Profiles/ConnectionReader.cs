using Aovpn.Diagnosis.Evidence.PowerShell;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Profiles;

/// <summary>
/// Reads Get-VpnConnection in its layouts, with the routes and the IPsec policy listed after it, and its silence: a command without an
/// answer says that there is no such connection.
/// </summary>
public sealed class ConnectionReader : IPassageReader
{
    private const string Cmdlet = "Get-VpnConnection";

    /// <summary>With -PassThru it lists the policy that it has set.</summary>
    private const string PolicyCmdlet = "Set-VpnConnectionIPsecConfiguration";

    public string Kind => "get-vpnconnection";

    public int Order => 110;

    public Anchors Anchors { get; } = Anchors.Of(["VpnConnection", .. ConnectionListing.ConnectionNames]);

    public IEnumerable<Passage> Find(EvidenceText text)
    {
        var lists = PropertyList.Find(text).ToList();
        var commands = Commands(text);
        var passages = Connections(text, lists, commands);
        Attach(text, lists, commands, passages);
        passages.AddRange(commands.Where(command => command.IsListing).Select(command => command.Passage(text, passages)).OfType<Passage>().ToList());
        return passages;
    }

    private static List<ConnectionCommand> Commands(EvidenceText text)
    {
        var commands = new List<ConnectionCommand>();
        for (var line = 1; line <= text.Lines.Length; line++)
        {
            if (PromptLine.Parse(text[line]) is not { } prompt)
                continue;
            if (commands.Count > 0 && commands[^1].Next == 0)
                commands[^1] = commands[^1] with { Next = line };
            if (prompt.Calls(Cmdlet) || prompt.Calls(PolicyCmdlet))
                commands.Add(ConnectionCommand.Parse(line, prompt.Command));
        }

        return commands;
    }

    private static List<Passage> Connections(EvidenceText text, List<PropertyList> lists, List<ConnectionCommand> commands)
    {
        var listing = new ConnectionListing(text);
        return
        [
            .. lists.Where(ConnectionListing.IsConnection).Select(list =>
                new Passage(list.First, list.Last, [listing.Profile(list, Before(commands, list.First)?.AllUsers)])),
        ];
    }

    /// <summary>Routes and policies belong to the connection of their name, else to the last one listed before them.</summary>
    private static void Attach(EvidenceText text, List<PropertyList> lists, List<ConnectionCommand> commands, List<Passage> passages)
    {
        var listing = new ConnectionListing(text);
        foreach (var list in lists)
        {
            var isRoute = ConnectionListing.IsRoute(list);
            if (!isRoute && !ConnectionListing.IsPolicy(list) || ConnectionListing.IsConnection(list))
                continue;

            var command = Before(commands, list.First);
            var name = list.Value("InterfaceAlias") ?? command?.Asked.FirstOrDefault();
            var owner = passages.FindLastIndex(passage => passage.First < list.First && passage.Observations is [ProfileRead profile]
                && (name is null || name.Equals(profile.Name, StringComparison.OrdinalIgnoreCase)));
            if (owner < 0 && command is null)
                continue;
            if (owner < 0)
            {
                passages.Add(new(list.First, list.Last, [Alone(text, list, name)]));
                owner = passages.Count - 1;
            }
            else
            {
                passages.Add(new(list.First, list.Last, [], 0));
            }

            var profile = (ProfileRead)passages[owner].Observations[0];
            profile = isRoute
                ? profile with { Routes = profile.Routes.Add(listing.Route(list)) }
                : profile with
                {
                    CryptographySuite = ConnectionListing.Policy(list),
                    Fields = profile.Fields.SetItem(nameof(ProfileRead.CryptographySuite), new Locator.Lines(list.First, list.Last)),
                };
            passages[owner] = passages[owner] with { Observations = [profile] };
        }
    }

    private static ProfileRead Alone(EvidenceText text, PropertyList list, string? name) =>
        new(text.Cite(list.First), Host.Client.Or(text.Artifact.Host.Role is HostRole.Client ? text.Artifact.Host : Host.Unknown), ProfileForm.Connection, name, null, [], null, null, null, null, null);

    private static ConnectionCommand? Before(List<ConnectionCommand> commands, int line) =>
        commands.FindLast(command => command.Line < line && (command.Next == 0 || command.Next > line));
}
