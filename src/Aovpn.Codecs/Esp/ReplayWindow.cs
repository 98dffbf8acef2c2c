namespace Aovpn.Codecs.Esp;

/// <summary>Which of the last 64 sequence numbers came already, RFC 4303 section 3.4.3.</summary>
internal sealed class ReplayWindow
{
    private const int Size = 64;

    private uint _highest;
    private ulong _seen;

    /// <returns>False for a number that came before or is too old to tell.</returns>
    public bool MayTake(uint sequence) => sequence > _highest
        || (sequence != 0 && _highest - sequence < Size && (_seen & (1UL << (int)(_highest - sequence))) == 0);

    /// <summary>Notes a number whose packet was genuine.</summary>
    public void Take(uint sequence)
    {
        if (sequence > _highest)
        {
            var ahead = sequence - _highest;
            _seen = ahead < Size ? (_seen << (int)ahead) | 1 : 1;
            _highest = sequence;
        }
        else
        {
            _seen |= 1UL << (int)(_highest - sequence);
        }
    }
}
