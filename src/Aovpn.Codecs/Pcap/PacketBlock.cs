namespace Aovpn.Codecs.Pcap;

/// <summary>The three blocks of a pcapng file that hold a frame.</summary>
internal enum PacketBlock
{
    Enhanced,
    Simple,
    Obsolete,
}
