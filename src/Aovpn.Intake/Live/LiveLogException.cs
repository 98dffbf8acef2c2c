namespace Aovpn.Intake.Live;

/// <summary>A live log cannot be read; the message is a sentence for the user, with what to do.</summary>
public sealed class LiveLogException(string message, Exception? cause = null) : Exception(message, cause);
