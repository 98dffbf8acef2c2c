namespace Aovpn.Codecs.Evtx;

/// <summary>The bytes of one record in its chunk: signature, size, number, time, content, size again.</summary>
/// <param name="IsSound">False where signature or sizes are damaged and the extent was found by what follows.</param>
internal readonly record struct RecordFrame(int Offset, int Length, bool IsSound)
{
    public const int HeaderLength = 24, TrailerLength = 4, Shortest = HeaderLength + TrailerLength;

    public int ContentStart => Offset + HeaderLength;

    public int ContentEnd => Offset + Length - (IsSound ? TrailerLength : 0);
}
