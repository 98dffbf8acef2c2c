namespace Aovpn.Codecs.Nps;

/// <summary>One attribute of a record.</summary>
/// <param name="Name">Canonical name (<see cref="NpsAttributeName"/>); one that NPS' tables do not hold stays as written.</param>
/// <param name="Value">Decoded: without quotation marks and entities.</param>
/// <param name="Line">The line on which it is, from 1.</param>
public readonly record struct NpsAttribute(string Name, string Value, long Line);
