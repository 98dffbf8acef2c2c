using System.Security.Cryptography;
using Aovpn.Codecs.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace Aovpn.Probes.Sessions;

/// <summary>Random bytes that nobody can guess, from the kernel's own device where there is one: the platform's generator on Linux is OpenSSL's, see <see cref="Digests"/>.</summary>
internal static class RandomBytes
{
    private static readonly SafeFileHandle? Device = Open();

    public static byte[] Of(int count)
    {
        var bytes = new byte[count];
        Fill(bytes);
        return bytes;
    }

    public static void Fill(Span<byte> bytes)
    {
        while (Device is not null && !bytes.IsEmpty && RandomAccess.Read(Device, bytes, fileOffset: 0) is var read and > 0)
            bytes = bytes[read..];
        RandomNumberGenerator.Fill(bytes);
    }

    /// <returns>Null where there is no such device, or it may not be opened.</returns>
    private static SafeFileHandle? Open()
    {
        if (OperatingSystem.IsWindows())
            return null;
        try
        {
            return File.OpenHandle("/dev/urandom", FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
