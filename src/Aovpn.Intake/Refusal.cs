using Aovpn.Diagnosis.Model;

namespace Aovpn.Intake;

/// <summary>The sentences for evidence that cannot be taken in: why, what still worked, what to do.</summary>
internal static class Refusal
{
    public static readonly Message Empty = Message.Of($"is empty (0 bytes): collect it again; a log that was just started or a copy that failed looks like this");

    public static readonly Message Absent = Message.Of($"does not exist: compare the spelling, or name its folder");

    /// <summary>What a file, its medium or its content may cause; everything else is our fault.</summary>
    public static bool IsOfTheFile(Exception error) =>
        error is IOException or UnauthorizedAccessException or InvalidDataException or System.Security.SecurityException or NotSupportedException or ArgumentOutOfRangeException;

    public static Message Opening(Exception error) => error switch
    {
        UnauthorizedAccessException or System.Security.SecurityException =>
            Message.Of($"cannot be opened: access is denied; copy it with an account that may read it, and name the copy"),
        FileNotFoundException or DirectoryNotFoundException => Absent,
        PathTooLongException => Message.Of($"has a path that is too long for this system: copy it to a folder nearer to the root"),
        InvalidDataException => Message.Of($"is compressed in a way that is not read here, or damaged: unpack it with the program that made it and name the folder"),
        _ when IsLinkLoop(error) => Message.Of($"is a symbolic link that leads back to itself: name the file it was meant for"),
        _ when IsShared(error) => Message.Of($"is locked by another program: close that program or export the log (wevtutil epl), and name the copy"),
        _ => Message.Of($"cannot be opened: {Hole.Path(FirstLine(error.Message))}"),
    };

    public static Message Reading(Exception error, long reached) => error switch
    {
        InvalidDataException => Message.Of($"is damaged after byte {reached}: what is before was read; a download or copy that was cut short looks like this, so fetch it again"),
        _ => Message.Of($"could not be read beyond byte {reached} ({Hole.Path(FirstLine(error.Message))}): what is before was read; copy it to a local disk and try again"),
    };

    private static bool IsLinkLoop(Exception error) =>
        error.Message.Contains("symbolic link", StringComparison.OrdinalIgnoreCase) || error.Message.Contains("Too many levels", StringComparison.OrdinalIgnoreCase);

    /// <summary>ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION of winerror.h; EWOULDBLOCK of a lock on Linux.</summary>
    private static bool IsShared(Exception error) => (error.HResult & 0xFFFF) is 32 or 33 or 11;

    private static string FirstLine(string text) => text.ReplaceLineEndings("\n").Split('\n')[0].TrimEnd('.');
}
