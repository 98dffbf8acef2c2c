using System.Collections.Immutable;
using System.Text;
using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Evidence.Secrets;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Intake;

/// <summary>Cuts the words at cited places out of the artifacts, which are opened anew and gone through at most once.</summary>
public static class ExcerptCutter
{
    private const int LinesShown = 4;
    private const int BytesShown = 64;

    /// <summary>Lines before an excerpt that tell whether it lies inside of a key, an element or a table with secrets.</summary>
    private const int ContextLines = 60;

    public static Excerpts Cut(GatheredEvidence evidence, IEnumerable<Citation> citations)
    {
        var cut = ImmutableDictionary.CreateBuilder<Citation, ImmutableArray<string>>();
        foreach (var group in citations.Distinct().GroupBy(citation => citation.Artifact.Name, StringComparer.Ordinal))
        {
            if (!evidence.Reopen.TryGetValue(group.Key, out var reopen))
                continue;
            try
            {
                foreach (var (citation, lines) in Cut(reopen, [.. group]))
                    cut[citation] = [.. lines.Select(SafeExcerpt.Of)];
            }
            catch (Exception error) when (Refusal.IsOfTheFile(error))
            {
                // The artifact is gone or changed since it was read: the citation stands without its words.
            }
        }

        return new(cut.ToImmutable());
    }

    private static List<(Citation, ImmutableArray<string>)> Cut(Func<Stream> reopen, Citation[] citations)
    {
        var found = new List<(Citation, ImmutableArray<string>)>();
        using var stream = reopen();
        var head = GC.AllocateUninitializedArray<byte>(ArtifactContent.HeadLength);
        head = head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];

        if (TextEncoding.Detect(head) is { } encoding)
        {
            var wanted = citations.Where(one => one.Locator is Locator.Lines).ToLookup(one => ((Locator.Lines)one.Locator).First);
            if (wanted.Count > 0)
                Lines(new Rejoined(head, stream), encoding, wanted, found);
            return found;
        }

        var binary = citations.Where(one => one.Locator is Locator.Bytes).OrderBy(one => ((Locator.Bytes)one.Locator).Offset).ToArray();
        if (binary.Length > 0)
            Bytes(new Rejoined(head, stream), binary, found);
        EventExcerpts.Cut(reopen, citations, found);
        return found;
    }

    private static void Lines(Stream stream, Encoding encoding, ILookup<long, Citation> wanted, List<(Citation, ImmutableArray<string>)> found)
    {
        var last = wanted.Max(group => group.Key) + LinesShown - 1;
        var before = wanted.SelectMany(group => Enumerable.Range(1, ContextLines).Select(back => group.Key - back)).ToHashSet();
        var open = new List<(Citation Citation, long Last, List<string> Lines)>();
        var (secrets, expected) = (new SecretBlanker(), 0L);
        foreach (var (number, raw) in LineScan.Of(new StreamReader(stream, encoding), SafeExcerpt.Longest, number => open.Count > 0 || wanted.Contains(number) || before.Contains(number)))
        {
            if (number != expected)
                secrets = new();
            expected = number + 1;
            foreach (var citation in wanted[number])
                open.Add((citation, Math.Min(((Locator.Lines)citation.Locator).Last, number + LinesShown - 1), []));
            if (open.Count == 0)
                secrets.Pass(raw);
            else
                Add(secrets.Line(raw), number);
            if (number >= last)
                break;
        }

        found.AddRange(open.Select(one => (one.Citation, one.Lines.ToImmutableArray())));

        void Add(string line, long number)
        {
            foreach (var one in open)
                one.Lines.Add(line);
            foreach (var (citation, _, lines) in open.Where(one => one.Last <= number))
                found.Add((citation, [.. lines]));
            open.RemoveAll(one => one.Last <= number);
        }
    }

    private static void Bytes(Stream stream, Citation[] wanted, List<(Citation, ImmutableArray<string>)> found)
    {
        var window = new byte[64 * 1024 + BytesShown];
        long start = 0;
        var held = stream.ReadAtLeast(window, window.Length, throwOnEndOfStream: false);
        foreach (var citation in wanted)
        {
            var place = (Locator.Bytes)citation.Locator;
            while (place.Offset + BytesShown > start + held && held == window.Length)
            {
                window.AsSpan(window.Length - BytesShown).CopyTo(window);
                start += window.Length - BytesShown;
                held = BytesShown + stream.ReadAtLeast(window.AsSpan(BytesShown), window.Length - BytesShown, throwOnEndOfStream: false);
            }

            var from = (int)Math.Clamp(place.Offset - start, 0, held);
            var count = (int)Math.Min(Math.Min(place.Length, BytesShown), held - from);
            if (count > 0)
                found.Add((citation, [Convert.ToHexStringLower(window.AsSpan(from, count))]));
        }
    }
}
