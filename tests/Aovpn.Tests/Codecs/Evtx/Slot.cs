namespace Aovpn.Tests.Codecs.Evtx;

/// <summary>A substitution of a template.</summary>
internal sealed record Slot(ushort Index, byte Type, bool IsOptional = false);
