namespace Aovpn.Diagnosis.NpsReporting;

/// <summary>What a log says of a clock.</summary>
public enum NpsClockNoteKind
{
    /// <summary>XML records name UTC beside the server's local time: the server is so far from UTC.</summary>
    OffsetFromUtc,

    /// <summary>A record is older than the one before it in the same log: the clock was set, or summer time ended.</summary>
    GoesBack,

    /// <summary>Event-Timestamp, which the VPN server sends, fits no time zone: its clock and the server's are minutes apart.</summary>
    ClientDiffers,
}
