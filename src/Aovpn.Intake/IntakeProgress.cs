namespace Aovpn.Intake;

/// <summary>How far reading has come, for whoever looks at it from another thread.</summary>
public sealed class IntakeProgress
{
    private long _done;
    private long _total;

    public long Total => Interlocked.Read(ref _total);

    /// <summary>Bytes of the given files that were read; archives count as they lie on the disk.</summary>
    public long Done => Interlocked.Read(ref _done);

    /// <summary>The artifact that is being read.</summary>
    public string Current { get; private set; } = "";

    public void Expect(long bytes) => Interlocked.Add(ref _total, bytes);

    public void Add(long bytes) => Interlocked.Add(ref _done, bytes);

    public void Begin(string artifact) => Current = artifact;
}
