namespace Aovpn.Cli;

/// <summary>The command line cannot be carried out; the message is a sentence for the user.</summary>
public sealed class UsageException(string message) : Exception(message);
