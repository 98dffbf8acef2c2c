using System.CommandLine;
using System.CommandLine.Parsing;
using Aovpn.Diagnosis.Explaining;

namespace Aovpn.Cli;

/// <summary>A word that stands where a command or an option should: what was typed, and what it is near to.</summary>
internal static class Misspelling
{
    private const int MostSlips = 3;

    /// <returns>A sentence; null when every command and option is known.</returns>
    public static string? In(ParseResult result)
    {
        if (result.Tokens.Any(token => token.Type is TokenType.Directive))
            return null; // A shell completes a line that is not finished.
        var command = result.CommandResult.Command;
        if (command is RootCommand)
            return result.UnmatchedTokens.Count > 0 && !result.Tokens[0].Value.StartsWith('-') ? OfCommand(result.UnmatchedTokens[0], command) : null;
        if (command.Arguments.Count == 0 || !command.TreatUnmatchedTokensAsErrors)
            return null;

        var typed = result.GetResult(command.Arguments[0])?.Tokens.Select(token => token.Value)
            .FirstOrDefault(word => word.StartsWith("--", StringComparison.Ordinal) && !Path.Exists(word));
        return typed is null ? null
            : $"{typed} is no option of {command.Name}{DidYouMean(typed, command.Options.Select(option => option.Name))}";
    }

    private static string OfCommand(string word, Command root)
    {
        var near = DidYouMean(word, root.Subcommands.Select(command => command.Name));
        return near == "." && Path.Exists(word) ? $"{word} is no command: to read it as evidence, write aovpn diagnose {word}." : $"{word} is no command{near}";
    }

    internal static string DidYouMean(string word, IEnumerable<string> known)
    {
        var nearest = known.Select(name => (Name: name, Slips: Slips.Between(word, name, MostSlips))).MinBy(one => one.Slips);
        return nearest.Name is { } name && nearest.Slips <= Math.Min(MostSlips, word.Length / 2) ? $"; did you mean {name}?" : ".";
    }
}
