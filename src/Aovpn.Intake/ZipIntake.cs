using System.IO.Compression;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Intake;

/// <summary>Takes in the entries of a zip archive, those of archives inside of it too. Nothing is ever written under an entry's name.</summary>
internal static class ZipIntake
{
    private const string Kind = "zip";

    /// <param name="open">Opens the archive, seekable, while it is read.</param>
    /// <param name="reopen">Opens it anew for excerpts.</param>
    /// <param name="trouble">What is wrong with the archive's own bytes.</param>
    public static IEnumerable<Delivery> Take(
        IntakeContext context, Place place, Func<Stream> open, Func<Stream> reopen, Message? trouble, ArchiveBudget? outer, int depth)
    {
        if (depth > context.Limits.Depth)
        {
            yield return Delivery.Refused(place.Artifact(context), Message.Of($"lies {depth - 1} archives deep and was not opened: unpack the outer ones and name the folder"));
            yield break;
        }

        var budget = outer ?? new ArchiveBudget(context.Limits);
        var (archive, refusal) = Table(context.Limits, open);
        if (archive is null)
        {
            yield return Delivery.Refused(place.Artifact(context), trouble ?? refusal!);
            yield break;
        }

        using var held = archive;
        var remarks = new List<Message>();
        foreach (var delivery in Entries(context, place, archive, reopen, budget, depth, remarks))
            yield return delivery;

        if (remarks.Count > 0)
            yield return new(place.Artifact(context), null, null, () => (null, 0, [.. remarks])) { Kind = Kind };
    }

    private static IEnumerable<Delivery> Entries(
        IntakeContext context, Place place, ZipArchive archive, Func<Stream> reopen, ArchiveBudget budget, int depth, List<Message> remarks)
    {
        var climbing = 0;
        string? firstClimbing = null;
        var names = new HashSet<string>(StringComparer.Ordinal);
        var repeated = new Dictionary<string, int>(StringComparer.Ordinal);
        var entries = archive.Entries.Select((entry, index) => (entry, index, safe: SafeName.OfEntry(entry.FullName))).ToArray();
        if (entries.Any(one => one.entry.FullName == "[Content_Types].xml"))
        {
            remarks.Add(Message.Of($"is a document of Microsoft Office or a package, which is not read: save its text as a .txt file"));
            yield break;
        }

        foreach (var (entry, index, safe) in entries.OrderByDescending(one => IsManifest(one.safe.Name)).ThenBy(one => one.safe.Name, StringComparer.Ordinal))
        {
            if (entry.FullName.EndsWith('/') || entry.FullName.EndsWith('\\'))
                continue;
            if (safe.ClimbsOut)
            {
                climbing++;
                firstClimbing ??= SafeName.Shown(entry.FullName);
            }

            var name = safe.Name;
            for (var again = repeated.GetValueOrDefault(safe.Name, 2); !names.Add(name); repeated[safe.Name] = ++again)
                name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{safe.Name} ({again})");
            var inside = place.Below(name);
            if (entry.IsEncrypted)
            {
                yield return Delivery.Refused(inside.Artifact(context), Message.Of($"is encrypted in its archive: unpack it with the password and name the folder"));
                continue;
            }

            if (budget.IsSpent)
            {
                remarks.Add(Message.Of($"expands to more than {context.Limits.Expanded} bytes: {Hole.Path(name)} and what follows were not read; unpack it and name the folder"));
                break;
            }

            var bytes = new GuardedBytes(entry.Open, -1, budget, Math.Max(entry.CompressedLength, 1)) { Progress = context.Progress };
            foreach (var delivery in BytesIntake.Take(context, inside, bytes, () => Reopen(reopen, index), budget, depth))
                yield return delivery;
        }

        if (climbing > 0)
            remarks.Add(Message.Of($"{climbing} of its entries have names that lead out of the archive, the first {Hole.Path(firstClimbing!)}: they were read under the rest of their names and nothing was written to disk; ask who made it"));
    }

    private static bool IsManifest(string name) => name.Split('/')[^1].Equals(Manifest.FileName, StringComparison.OrdinalIgnoreCase);

    private static (ZipArchive? Archive, Message? Refusal) Table(IntakeLimits limits, Func<Stream> open)
    {
        Stream? stream = null;
        try
        {
            stream = open();
            if (ZipTable.Read(stream) is not { } table)
                return (null, Message.Of($"is a zip archive without its table of contents: the end is missing, as after a download that was cut short; fetch it again"));
            if (table.Entries > (ulong)limits.Entries || table.Length > limits.TableOfContents)
                return (null, Message.Of($"has {(long)Math.Min(table.Entries, long.MaxValue)} entries and was not opened, the limit is {limits.Entries}: unpack it and name the folder that matters"));
            stream.Position = 0;
            var archive = new ZipArchive(stream, ZipArchiveMode.Read);
            if (archive.Entries.Sum(entry => (decimal)entry.CompressedLength) > stream.Length)
            {
                archive.Dispose();
                return (null, Message.Of($"was not opened: its entries claim more bytes than the archive has, so they lie over each other; archives made to exhaust a reader look like this; if it is real, unpack it and name the folder"));
            }

            return (archive, null);
        }
        catch (Exception error) when (Refusal.IsOfTheFile(error))
        {
            stream?.Dispose();
            return (null, error is InvalidDataException
                ? Message.Of($"is a damaged zip archive: its table of contents cannot be read; fetch it again, or repair it (zip -FF) and name the result")
                : Refusal.Opening(error));
        }
    }

    private static Stream Reopen(Func<Stream> reopen, int index)
    {
        var outer = reopen();
        if (!outer.CanSeek)
        {
            var spooled = new SpooledBytes();
            var buffer = new byte[1 << 20];
            for (int read; (read = outer.Read(buffer)) > 0;)
                spooled.Append(buffer.AsSpan(0, read));
            outer.Dispose();
            outer = spooled.Open();
        }

        return new ZipArchive(outer, ZipArchiveMode.Read).Entries[index].Open();
    }
}
