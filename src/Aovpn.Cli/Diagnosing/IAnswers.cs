namespace Aovpn.Cli.Diagnosing;

/// <summary>Somebody who can be asked: a person at a terminal.</summary>
public interface IAnswers
{
    /// <summary>Shows a line of the conversation.</summary>
    void Say(string line);

    /// <returns>The next line typed; null when no more will come.</returns>
    string? ReadLine();
}
