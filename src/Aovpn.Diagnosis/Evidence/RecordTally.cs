namespace Aovpn.Diagnosis.Evidence;

/// <summary>Counts what a reader read.</summary>
public sealed class RecordTally
{
    /// <summary>Records, entries or passages read so far.</summary>
    public long Records { get; set; }
}
