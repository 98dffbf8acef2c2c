namespace Aovpn.Generators.Evtx;

/// <summary>A substitution of a template.</summary>
public sealed record Slot(ushort Index, byte Type, bool IsOptional = false);
