using System.IO.Hashing;
using Microsoft.Win32.SafeHandles;

namespace Aovpn.Intake.Following;

/// <summary>
/// What tells a log again by what was read of it, whatever its name is by now: hashes of the first and of the last bytes read. Names change when
/// logs roll, numbers of files are given out again; what was read stays.
/// </summary>
/// <param name="Offset">Bytes read.</param>
/// <param name="Head">Of the first bytes, at most <see cref="Span"/>.</param>
/// <param name="Tail">Of the last bytes before <paramref name="Offset"/>, at most <see cref="Span"/>.</param>
public readonly record struct LogMark(long Offset, UInt128 Head, UInt128 Tail)
{
    public const int Span = 1024;

    /// <param name="head">The first bytes of the file, <see cref="Span"/> of them or up to the offset.</param>
    /// <param name="tail">The last bytes before the offset, likewise.</param>
    public static LogMark Of(long offset, ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail) => new(offset, XxHash128.HashToUInt128(head), XxHash128.HashToUInt128(tail));

    /// <exception cref="IOException">The file cannot be read.</exception>
    public static LogMark Of(SafeFileHandle file, long offset) => Of(offset, HeadOf(file, offset), TailOf(file, offset));

    public static byte[] HeadOf(SafeFileHandle file, long offset) => WatchedFile.Read(file, 0, Math.Min(offset, Span));

    public static byte[] TailOf(SafeFileHandle file, long offset) => WatchedFile.Read(file, Math.Max(0, offset - Span), Math.Min(offset, Span));

    /// <summary>Whether a file begins with what was read. Nothing read tells nothing.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public bool IsIn(SafeFileHandle file) => Offset > 0 && RandomAccess.GetLength(file) >= Offset && Of(file, Offset) == this;
}
