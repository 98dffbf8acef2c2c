namespace Aovpn.Intake.Following;

/// <summary>Following cannot begin; the message is a sentence for the user.</summary>
public sealed class FollowRefusal(string message) : Exception(message);
