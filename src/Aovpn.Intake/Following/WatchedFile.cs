using Microsoft.Win32.SafeHandles;

namespace Aovpn.Intake.Following;

/// <summary>Opens a log that others write, rename and delete.</summary>
internal static class WatchedFile
{
    /// <returns>Null where it is not there or may not be read now.</returns>
    public static SafeFileHandle? Open(string path)
    {
        try
        {
            return File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Length and time of the last change; null where there is none.</summary>
    public static (long Length, DateTime Changed)? Stat(string path)
    {
        var file = new FileInfo(path);
        try
        {
            return file.Exists ? (file.Length, file.LastWriteTimeUtc) : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public static bool Holds(string path, LogMark mark)
    {
        using var file = Open(path);
        try
        {
            return file is not null && mark.IsIn(file);
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Fewer bytes than asked for at the file's end.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static byte[] Read(SafeFileHandle file, long offset, long count)
    {
        var bytes = new byte[count];
        var length = 0;
        while (length < bytes.Length && RandomAccess.Read(file, bytes.AsSpan(length), offset + length) is var read and > 0)
            length += read;
        return length == bytes.Length ? bytes : bytes[..length];
    }
}
