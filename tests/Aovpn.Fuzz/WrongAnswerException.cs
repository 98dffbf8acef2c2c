namespace Aovpn.Fuzz;

/// <summary>A target's answer is wrong: output that is not well-formed, two ways of reading that differ, a secret that is shown.</summary>
public sealed class WrongAnswerException(string what) : Exception(what);
