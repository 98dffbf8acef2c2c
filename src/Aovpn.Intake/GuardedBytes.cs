using System.Security.Cryptography;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Intake;

/// <summary>
/// The bytes of one artifact behind a guard: whoever reads them sees an end where they are damaged, change or grow beyond the
/// limits, never an exception; the reason is kept as a sentence. The hash is worked out in the pass that reads.
/// </summary>
/// <param name="open">Opens the raw bytes from the start; may throw.</param>
/// <param name="length">Bytes to be handed on at most; -1 when not known. A log that grows meanwhile stays as it was.</param>
/// <param name="compressed">Compressed length, for entries of archives; 0 otherwise.</param>
internal sealed class GuardedBytes(Func<Stream> open, long length, ArchiveBudget? budget = null, long compressed = 0) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[]? _digest;

    /// <summary>Why the bytes end early; null when they do not.</summary>
    public Message? Trouble { get; private set; }

    /// <summary>Bytes handed out so far, counted once however often they are read.</summary>
    public long Reached { get; private set; }

    public long Length => length;

    public IntakeProgress? Progress { get; init; }

    /// <summary>Asked at the end, with the bytes handed out, whether they are all that there should be; null where nothing says.</summary>
    public Func<long, Message?>? Completeness { get; init; }

    public Stream Open()
    {
        try
        {
            return new GuardedStream(this, open());
        }
        catch (Exception error) when (Refusal.IsOfTheFile(error))
        {
            Trouble ??= Refusal.Opening(error);
            return new MemoryStream([], writable: false);
        }
    }

    /// <summary>Reads what no reader has read, so that the hash covers all, and gives it in lower-case hexadecimal.</summary>
    public string Sha256()
    {
        if (_digest is not null)
            return Convert.ToHexStringLower(_digest);
        using (var rest = Open())
        {
            if (rest.CanSeek)
                rest.Position = Reached;
            rest.CopyTo(Stream.Null, 1 << 20);
        }

        return Convert.ToHexStringLower(_digest = _hash.GetHashAndReset());
    }

    /// <returns>How many of these bytes may be handed on.</returns>
    internal int Pass(long position, ReadOnlySpan<byte> read)
    {
        lock (_gate)
        {
            var count = length >= 0 ? (int)Math.Min(read.Length, Math.Max(length - position, 0)) : read.Length;
            var end = position + count;
            if (end <= Reached || position > Reached)
                return count;

            var fresh = (int)(end - Reached);
            if (budget is not null && Refuses(fresh) is var granted && granted < fresh)
                (count, fresh) = (count - (fresh - granted), granted);
            if (_digest is null)
                _hash.AppendData(read.Slice((int)(Reached - position), fresh));
            Reached += fresh;
            Progress?.Add(compressed > 0 ? 0 : fresh);
            return count;
        }
    }

    internal void Fail(Exception error) => Trouble ??= Refusal.Reading(error, Reached);

    public void Dispose() => _hash.Dispose();

    private int Refuses(int fresh)
    {
        var limits = budget!.Limits;
        if (compressed > 0 && Reached + fresh > limits.RatioFrom && (Reached + fresh) / limits.Ratio > compressed)
        {
            Trouble ??= Message.Of($"expands more than {limits.Ratio} times and was read only to byte {Reached}: archives made to exhaust a reader look like this; if it is real, unpack it and name the folder");
            return 0;
        }

        var granted = budget.Take(fresh);
        if (granted < fresh)
            Trouble ??= Message.Of($"was read only to byte {Reached + granted}: its archive expands to more than {limits.Expanded} bytes; unpack it and name the folder");
        return granted;
    }
}
