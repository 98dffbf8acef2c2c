namespace Aovpn.LabTable.Checks;

/// <summary>One thing that the program must do beside a peer, or as somebody.</summary>
/// <param name="Name">Printed, and asked for with <c>--check</c>.</param>
/// <param name="Run">What is wrong; null where nothing is. What it throws is wrong, too.</param>
internal sealed record Check(string Name, Func<string?> Run);
