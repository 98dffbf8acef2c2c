namespace Aovpn.Codecs.Pcap;

/// <summary>What a link's frame carries.</summary>
public readonly record struct LinkPayload(EtherType Type, ReadOnlyMemory<byte> Data);
