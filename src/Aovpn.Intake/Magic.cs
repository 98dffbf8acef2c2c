using Aovpn.Codecs.Evtx;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Intake;

/// <summary>First bytes by which archives are known, and files that only another program can open.</summary>
internal static class Magic
{
    public static bool IsZip(ReadOnlySpan<byte> head) => head.StartsWith("PK\x3\x4"u8) || head.StartsWith("PK\x5\x6"u8);

    /// <summary>RFC 1952 section 2.3.1, with the only compression method it defines.</summary>
    public static bool IsGzip(ReadOnlySpan<byte> head) => head.StartsWith<byte>([0x1F, 0x8B, 0x08]);

    /// <summary>The magic of POSIX and GNU tar, behind the name and numbers of the first entry.</summary>
    public static bool IsTar(ReadOnlySpan<byte> head) => head.Length > 262 && head[257..].StartsWith("ustar"u8);

    /// <summary>What to do with a file whose kind is known and cannot be read here; null for all others.</summary>
    public static Message? Advice(ReadOnlySpan<byte> head) => head switch
    {
        _ when head.StartsWith<byte>([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]) => Unpack("a 7-Zip archive"),
        _ when head.StartsWith("Rar!"u8) => Unpack("a RAR archive"),
        _ when head.StartsWith("MSCF"u8) => Unpack("a cabinet (expand.exe -F:* FILE.cab FOLDER)"),
        _ when head.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G']) || head.StartsWith<byte>([0xFF, 0xD8, 0xFF]) || head.StartsWith("GIF8"u8) =>
            Message.Of($"is a picture, and pictures are not read: type the words and the number it shows into a note, or pass them with --symptom"),
        _ when EvtxFile.IsOldFormat(head) => Message.Of($"is an event log of Windows XP or Server 2003 (.evt), which is not read: convert it on any Windows with wevtutil epl old.evt new.evtx /lf:true, and name the new file"),
        _ when head.StartsWith("%PDF-"u8) => Message.Of($"is a PDF, which is not read: save its text as a .txt file"),
        _ when head.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) => Message.Of($"is a document or message of Microsoft Office, which is not read: save it as plain text"),
        _ => null,
    };

    private static Message Unpack(string what) => Message.Of($"is {Hole.Plain(what)}, which is not read: unpack it and name the folder");
}
