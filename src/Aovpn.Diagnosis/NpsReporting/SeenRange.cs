namespace Aovpn.Diagnosis.NpsReporting;

/// <summary>The earliest and the latest of the times seen; logs of several servers come in any order.</summary>
internal sealed class SeenRange
{
    public DateTime? First { get; private set; }

    public DateTime? Last { get; private set; }

    public void Add(DateTime? time)
    {
        if (time is null)
            return;
        if (First is null || time < First)
            First = time;
        if (Last is null || time > Last)
            Last = time;
    }
}
