using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Aovpn.Intake;

/// <summary>Whether a path is an ordinary file. Opening a pipe waits for ever, and opening a device may do something.</summary>
internal static partial class FileKind
{
    /// <summary>st_mode of inode(7): the type of a file.</summary>
    private const int TypeMask = 0xF000, Regular = 0x8000, Directory = 0x4000, Fifo = 0x1000, Socket = 0xC000;

    /// <summary>struct statx of statx(2): 256 bytes, stx_mode at byte 28, the same on every architecture.</summary>
    private const int StatxLength = 256, ModeOffset = 28, CurrentFolder = -100;

    private const uint ModeWanted = 1;

    /// <returns>What it is instead, in words; null for an ordinary file, and where the system does not say.</returns>
    public static string? Special(string path)
    {
        if (!OperatingSystem.IsLinux())
            return null;

        Span<byte> status = stackalloc byte[StatxLength];
        try
        {
            if (Statx(CurrentFolder, path, 0, ModeWanted, status) != 0)
                return null;
        }
        catch (EntryPointNotFoundException)
        {
            return null;
        }

        return (BinaryPrimitives.ReadUInt16LittleEndian(status[ModeOffset..]) & TypeMask) switch
        {
            Regular or Directory => null,
            Fifo => "a pipe",
            Socket => "a socket",
            _ => "a device",
        };
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int folder, string path, int flags, uint mask, Span<byte> status);
}
