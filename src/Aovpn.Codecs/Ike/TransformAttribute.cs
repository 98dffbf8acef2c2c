using System.Collections.Immutable;

namespace Aovpn.Codecs.Ike;

/// <summary>An attribute of a transform other than the key length, RFC 7296 §3.3.5.</summary>
/// <param name="Type">With the format bit: 0x8000 says that the value has two bytes and no length.</param>
public sealed record TransformAttribute(ushort Type, ImmutableArray<byte> Value);
