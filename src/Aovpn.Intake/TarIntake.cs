using System.Formats.Tar;
using Aovpn.Codecs;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Intake;

/// <summary>Takes in the files of a tar archive (POSIX.1-2017, pax; GNU and old forms too). Links and devices are passed over; nothing is ever written under an entry's name.</summary>
internal static class TarIntake
{
    private const string Kind = "tar";

    /// <param name="open">Opens the archive, seekable, while it is read.</param>
    /// <param name="reopen">Opens it anew for excerpts; need not be seekable.</param>
    public static IEnumerable<Delivery> Take(IntakeContext context, Place place, Func<Stream> open, Func<Stream> reopen, ArchiveBudget? outer, int depth)
    {
        if (depth > context.Limits.Depth)
        {
            yield return Delivery.Refused(place.Artifact(context), Message.Of($"lies {depth - 1} archives deep and was not opened: unpack the outer ones and name the folder"));
            yield break;
        }

        var (entries, remarks) = Table(context.Limits, open);
        var budget = outer ?? new ArchiveBudget(context.Limits);
        foreach (var (name, offset, length) in entries)
        {
            // Their bytes were counted when the archive itself was unpacked.
            var bytes = new GuardedBytes(() => new Part(open(), offset, length), length) { Progress = context.Progress };
            foreach (var delivery in BytesIntake.Take(context, place.Below(name), bytes, () => new Part(reopen(), offset, length), budget, depth))
                yield return delivery;
        }

        if (remarks.Count > 0)
            yield return new(place.Artifact(context), null, null, () => (null, 0, [.. remarks])) { Kind = Kind };
    }

    private static (List<(string Name, long Offset, long Length)> Entries, List<Message> Remarks) Table(IntakeLimits limits, Func<Stream> open)
    {
        var entries = new List<(string Name, long Offset, long Length)>();
        var remarks = new List<Message>();
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        var (climbing, passedOver, seen) = (0, 0, 0);
        try
        {
            using var stream = open();
            using var reader = new TarReader(stream);
            while (reader.GetNextEntry() is { } entry)
            {
                if (++seen > limits.Entries)
                {
                    remarks.Add(Message.Of($"has more than {limits.Entries} entries, and the rest was not read: unpack it and name the folder that matters"));
                    break;
                }

                if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile))
                {
                    passedOver += entry.EntryType is TarEntryType.Directory ? 0 : 1;
                    continue;
                }

                var (name, climbs) = SafeName.OfEntry(entry.Name);
                climbing += climbs ? 1 : 0;
                var again = names[name] = names.GetValueOrDefault(name) + 1;
                if (entry.DataOffset < 0 && entry.Length > 0)
                    continue;
                entries.Add((again == 1 ? name : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name} ({again})"), Math.Max(entry.DataOffset, 0), entry.Length));
            }
        }
        catch (Exception error) when (Refusal.IsOfTheFile(error) || error is FormatException or ArgumentException or OverflowException)
        {
            remarks.Add(Message.Of($"is a tar archive that is damaged or cut short after entry {entries.Count}: the entries before that were read; fetch it again"));
        }

        if (climbing > 0)
            remarks.Add(Message.Of($"{climbing} of its entries have names that lead out of the archive: they were read under the rest of their names and nothing was written to disk; ask who made it"));
        if (passedOver > 0)
            remarks.Add(Message.Of($"{passedOver} of its entries are links or devices and were passed over"));
        return (entries, remarks);
    }

    /// <summary>The bytes of one entry.</summary>
    private sealed class Part : ForwardStream
    {
        private readonly Stream _archive;
        private long _left;

        public Part(Stream archive, long offset, long length)
        {
            (_archive, _left) = (archive, length);
            if (archive.CanSeek)
            {
                archive.Position = offset;
                return;
            }

            var buffer = new byte[64 * 1024];
            for (int read; offset > 0 && (read = archive.Read(buffer, 0, (int)Math.Min(buffer.Length, offset))) > 0;)
                offset -= read;
        }

        public override int Read(Span<byte> buffer)
        {
            var read = _archive.Read(buffer[..(int)Math.Min(buffer.Length, _left)]);
            _left -= read;
            return read;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                _archive.Dispose();
            base.Dispose(disposing);
        }
    }
}
