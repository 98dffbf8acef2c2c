namespace Aovpn.Intake;

/// <summary>What one archive, with all archives inside of it, may still expand to.</summary>
internal sealed class ArchiveBudget(IntakeLimits limits)
{
    private long _left = limits.Expanded;

    public IntakeLimits Limits => limits;

    public bool IsSpent => _left <= 0;

    /// <returns>How many of the bytes may be handed on.</returns>
    public int Take(int bytes)
    {
        var granted = (int)Math.Min(bytes, Math.Max(_left, 0));
        _left -= bytes;
        return granted;
    }
}
