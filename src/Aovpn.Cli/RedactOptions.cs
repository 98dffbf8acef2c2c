using System.CommandLine;

namespace Aovpn.Cli;

/// <summary><c>--redact</c> and <c>--hide</c>, the same for every command that prints names.</summary>
internal sealed class RedactOptions
{
    public Option<bool> Redact { get; } = new("--redact") { Description = "Hide users, hosts, connections, addresses and thumbprints: user-1, host-2 ..., the same name always behind the same." };

    public Option<string[]> Hide { get; } = new("--hide") { Description = "Hide this name as well, and redact.", HelpName = "NAME" };

    public void AddTo(Command command)
    {
        command.Options.Add(Redact);
        command.Options.Add(Hide);
    }

    /// <returns>Names to hide beside those that evidence shows to be names; null where nothing is to be hidden.</returns>
    public IReadOnlyList<string>? Of(ParseResult result) => result.GetValue(Redact) || result.GetValue(Hide) is { Length: > 0 } ? result.GetValue(Hide) ?? [] : null;
}
