using Aovpn.Diagnosis.Evidence;
using Aovpn.Reports.Redaction;

namespace Aovpn.Reports.Bundles;

/// <summary>Lets a redactor meet the names of all evidence before the first word of a report is written.</summary>
public static class MetNames
{
    /// <summary>Characters of a text that are looked through where only reports are written, of which each excerpt is looked through besides.</summary>
    private const long Looked = 8 * 1024 * 1024;

    /// <param name="isWhole">Evidence itself is handed on, so that all of it is looked through: event logs too, and the last line of each text.</param>
    public static Redactor Of(Redactor redactor, Excerpts excerpts, IEnumerable<EvidenceCopy> evidence, bool isWhole)
    {
        foreach (var copy in evidence)
        {
            if (copy.Open is { } open)
                Meet(redactor, open, isWhole);
        }

        foreach (var line in excerpts.Lines)
            redactor.Meet()(line);
        return redactor;
    }

    private static void Meet(Redactor redactor, Func<Stream> open, bool isWhole)
    {
        try
        {
            var head = new byte[ArtifactContent.HeadLength];
            int length;
            using (var bytes = open())
                length = bytes.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            if (SafeCopy.Ending(head.AsSpan(0, length)) is not { } ending || (ending.Length > 0 && !isWhole))
                return;
            using var whole = open();
            new SafeCopy(redactor.Meet(), isWhole ? long.MaxValue : Looked).Write(whole, TextWriter.Null);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            // Gone or changed since it was read: nothing of it will be shown either.
        }
    }
}
