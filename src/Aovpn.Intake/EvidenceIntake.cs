using System.Collections.Immutable;
using Aovpn.Codecs.Cryptography;
using Aovpn.Diagnosis.Evidence.Transcripts;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Intake;

/// <summary>
/// Takes in what the user names: files, folders with all below them, archives, standard input, and what a person says. One artifact
/// at a time: memory does not grow with their number. What cannot be taken in is delivered as a sentence.
/// </summary>
public sealed class EvidenceIntake : IDisposable
{
    public const string StandardInput = "-";

    public const string SymptomName = "--symptom";

    private readonly IntakeContext _context;
    private readonly HashSet<string> _taken = new(OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);

    /// <param name="hosts">Paths whose host the user named; they win over manifests and over what names suggest.</param>
    /// <param name="progress">Told how far reading has come; null when nobody looks.</param>
    public EvidenceIntake(IntakeLimits limits, IEnumerable<NamedHost> hosts, IntakeProgress? progress = null) =>
        _context = new(limits, hosts.Select(host => host with { Path = FullPath(host.Path) }), progress);

    /// <param name="paths">As the user typed them; <c>-</c> is standard input.</param>
    /// <param name="standardInput">Opens standard input.</param>
    public IEnumerable<Delivery> Deliver(IReadOnlyList<string> paths, Func<Stream> standardInput)
    {
        var names = new ShortNames(paths.Where(path => path != StandardInput));
        if (_context.Progress is { } progress)
            progress.Expect(paths.Where(path => path != StandardInput).Sum(Size));

        foreach (var path in paths)
        {
            var deliveries = path == StandardInput ? FromStandardInput(standardInput)
                : Directory.Exists(path) ? Folder(names, path, path, 1)
                : OneFile(names, path, path);
            foreach (var delivery in deliveries)
                yield return delivery;
        }
    }

    /// <summary>What a person says: evidence like any other, marked as reported.</summary>
    public static Delivery Said(string words) => Text(new(SymptomName), words, Provenance.Reported);

    /// <summary>What a person typed or pasted in the terminal.</summary>
    /// <param name="provenance">Recorded where it is a command's output.</param>
    public static Delivery Text(Artifact artifact, string words, Provenance provenance)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(words);
        return new(artifact, Diagnosis.Evidence.ArtifactContent.Of(artifact, bytes), () => new MemoryStream(bytes, writable: false),
            () => (Convert.ToHexStringLower(Digests.Sha256(bytes)), bytes.Length, []))
        {
            Provenance = provenance,
        };
    }

    /// <summary>What the program itself wrote down a moment ago: a probe's transcript.</summary>
    /// <param name="entries">What its lines say, one for each: they need not be read again.</param>
    public static Delivery Recorded(Artifact artifact, ImmutableArray<string> lines, ImmutableArray<TranscriptEntry> entries)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines) + '\n');
        return new(
            artifact, Diagnosis.Evidence.ArtifactContent.Of(artifact, bytes, entries), () => new MemoryStream(bytes, writable: false),
            () => (Convert.ToHexStringLower(Digests.Sha256(bytes)), bytes.Length, []));
    }

    public void Dispose() => _context.Kept.ForEach(kept => kept.Dispose());

    private IEnumerable<Delivery> FromStandardInput(Func<Stream> open)
    {
        var place = new Place("standard input", "standard input", "");
        var (spooled, trouble) = Spooled(open);
        foreach (var delivery in BytesIntake.Take(_context, place, new(spooled.Open, spooled.Length), spooled.Open, null, 0))
            yield return delivery;
        if (trouble is not null)
            yield return Delivery.Refused(place.Artifact(_context), trouble);
    }

    /// <summary>Standard input may have no end, and it may end with an error: what came until then is evidence.</summary>
    private (SpooledBytes Bytes, Message? Trouble) Spooled(Func<Stream> open)
    {
        var spooled = new SpooledBytes();
        _context.Kept.Add(spooled);
        try
        {
            using var input = open();
            var buffer = new byte[64 * 1024];
            for (int read; (read = input.Read(buffer)) > 0;)
            {
                if (spooled.Length + read > _context.Limits.StandardInput)
                    return (spooled, Message.Of($"was read only to byte {spooled.Length}: it has no end, or is a log that is better read from its file; name the file"));
                spooled.Append(buffer.AsSpan(0, read));
            }

            return (spooled, null);
        }
        catch (Exception error) when (Refusal.IsOfTheFile(error))
        {
            return (spooled, Refusal.Reading(error, spooled.Length));
        }
    }

    private IEnumerable<Delivery> Folder(ShortNames names, string root, string folder, int depth)
    {
        if (depth > _context.Limits.FolderDepth)
        {
            yield return Delivery.Refused(PlaceOf(names, root, folder).Artifact(_context),
                Message.Of($"lies {depth - 1} folders deep and was not read: name that folder itself if it is evidence"));
            yield break;
        }

        var (entries, trouble) = FolderListing.Of(folder);
        if (trouble is not null)
            yield return Delivery.Refused(PlaceOf(names, root, folder).Artifact(_context), trouble);

        foreach (var entry in entries)
        {
            if (entry.FullName.Length == 0)
            {
                yield return Delivery.Refused(PlaceOf(names, root, folder).Artifact(_context), Refusal.Opening(new PathTooLongException()));
                continue;
            }

            var isFolder = entry is DirectoryInfo;
            if (isFolder && entry.LinkTarget is not null)
            {
                yield return Delivery.Refused(PlaceOf(names, root, entry.FullName).Artifact(_context),
                    Message.Of($"is a link to a folder and was not followed, since links can lead in circles: name that folder as well if it is evidence"));
                continue;
            }

            foreach (var delivery in isFolder ? Folder(names, root, entry.FullName, depth + 1) : OneFile(names, root, entry.FullName))
                yield return delivery;
        }
    }

    private IEnumerable<Delivery> OneFile(ShortNames names, string root, string path)
    {
        var full = FullPath(path);
        if (!_taken.Add(full))
            return [];
        var place = PlaceOf(names, root, path);
        if (FileKind.Special(path) is { } special)
            return [Delivery.Refused(place.Artifact(_context), Message.Of($"is {Hole.Plain(special)} and was not opened: save what comes out of it in a file, or pipe it in as standard input (-)"))];

        var (length, refusal) = Measure(path);
        if (refusal is not null)
            return [Delivery.Refused(place.Artifact(_context), refusal)];
        var bytes = new GuardedBytes(() => Open(path), length > 0 ? length : -1) { Progress = _context.Progress };
        return BytesIntake.Take(_context, place, bytes, () => Open(path), null, 0);
    }

    private static (long Length, Message? Refusal) Measure(string path)
    {
        try
        {
            using var opened = Open(path);
            return (opened.CanSeek ? opened.Length : -1, null);
        }
        catch (Exception error) when (Refusal.IsOfTheFile(error))
        {
            return (0, Refusal.Opening(error));
        }
    }

    /// <summary>Others may write meanwhile: live logs are read as they are.</summary>
    private static FileStream Open(string path) => new(path, new FileStreamOptions
    {
        Mode = FileMode.Open,
        Access = FileAccess.Read,
        Share = FileShare.ReadWrite | FileShare.Delete,
        BufferSize = 1 << 16,
        Options = FileOptions.SequentialScan,
    });

    private static Place PlaceOf(ShortNames names, string root, string path)
    {
        var full = FullPath(path);
        var rootFull = FullPath(root);
        var below = full.Length > rootFull.Length ? full[rootFull.Length..].TrimStart('/') : "";
        return new(SafeName.Shown(names.Of(full)), full, SafeName.Join(Path.GetFileName(rootFull), below));
    }

    private static string FullPath(string path)
    {
        var full = Path.GetFullPath(path).Replace('\\', '/');
        return full.Length > 1 ? full.TrimEnd('/') : full;
    }

    private static long Size(string path)
    {
        try
        {
            return Directory.Exists(path)
                ? new DirectoryInfo(path).EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint }).Sum(file => file.Length)
                : new FileInfo(path) is { Exists: true } one ? one.Length : 0;
        }
        catch (Exception error) when (Refusal.IsOfTheFile(error))
        {
            return 0;
        }
    }
}
