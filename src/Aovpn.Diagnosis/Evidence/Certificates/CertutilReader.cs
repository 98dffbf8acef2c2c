using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Certificates;

/// <summary>Reads <c>certutil -store</c> and its relatives in any language, whole or as an excerpt.</summary>
public sealed class CertutilReader : IPassageReader
{
    public string Kind => "certutil";

    public int Order => 110;

    public Anchors Anchors { get; } = Anchors.Of("====", "CertUtil:");

    public IEnumerable<Passage> Find(EvidenceText text)
    {
        foreach (var listing in CertutilListings.Find(text))
        {
            if (Read(text, listing) is { Observations.IsEmpty: false } passage)
                yield return passage;
        }
    }

    private static Passage Read(EvidenceText text, CertutilListing listing)
    {
        var shared = new SharedTexts();
        var entries = listing.Blocks.ConvertAll(block => (Block: block, Entry: CertutilEntryReader.Read(text, block, shared)));
        entries.RemoveAll(read => read.Entry.IsList);
        var understood = entries.FindAll(read => read.Entry.SaysSomething);
        var observations = ImmutableArray.CreateBuilder<Observation>();

        // Banners of equals signs are nobody's property: without one certificate below them the text is something else.
        if (understood.Count == 0 && listing.Blocks.Count > 0 && listing.HeadingLine == 0)
            return new(listing.First, listing.Last, []);

        var certificates = Certificates(text, understood);
        var about = text.Artifact.Host;
        if (listing.IsDump || listing.Command?.Verb is "dump" or "mergepfx")
            observations.AddRange(certificates.Select(shown => new CertificateSeen(shown.Source, about, null, CertificateUse.File, shown)));
        else
            observations.Add(Store(text, listing, certificates, complete: understood.Count == entries.Count));

        foreach (var (block, _) in entries.Where(read => !read.Entry.SaysSomething))
            observations.Add(new Unreadable(text.Cite(block.First, block.Last), Message.Of($"certificate {block.Index} of the listing shows no subject, issuer, date or hash where those of a certutil listing stand; the other {understood.Count} were read; list the store again and send the output unchanged")));

        return new(listing.First, listing.Last, observations.ToImmutable(), Math.Max(1, entries.Count));
    }

    private static ImmutableArray<Certificate> Certificates(EvidenceText text, List<(CertutilBlock Block, CertutilEntry Entry)> entries)
    {
        var language = entries.SelectMany(read => read.Entry.Languages)
            .GroupBy(name => name, StringComparer.Ordinal)
            .OrderByDescending(votes => votes.Count()).ThenBy(votes => votes.Key, StringComparer.Ordinal)
            .FirstOrDefault()?.Key;
        var dates = new ListedDates(entries.SelectMany(read => new[] { read.Entry.NotBefore, read.Entry.NotAfter }).OfType<string>(), language);
        return [.. entries.Select(read => read.Entry.ToCertificate(text.Cite(read.Block.First, read.Block.Last), dates))];
    }

    private static StoreListed Store(EvidenceText text, CertutilListing listing, ImmutableArray<Certificate> certificates, bool complete)
    {
        var whole = complete && listing is { Succeeded: true, HeadingLine: > 0, Command: null or { Filtered: false } }
            && listing.Blocks.Select((block, position) => block.Index == position || listing.Blocks[position].Index == 0).All(inOrder => inOrder);
        var store = listing.Heading ?? listing.Command?.Store ?? (listing.Command is not null ? "CA" : Guess(certificates));
        var seen = new StoreListed(
            text.Cite(listing.First, listing.Last), text.Artifact.Host, null, store, listing.Command?.Location ?? StoreLocation.Unknown, whole, certificates);
        if (listing.HeadingLine == 0)
            return seen;

        var fields = seen.Fields.SetItem(nameof(StoreListed.Store), new Locator.Lines(listing.HeadingLine));
        return seen with
        {
            Fields = listing.Command is null ? fields : fields.SetItem(nameof(StoreListed.Location), new Locator.Lines(listing.First)),
        };
    }

    /// <summary>An excerpt without heading: people show the personal store. Self-issued certificates without a key may be of any.</summary>
    private static string Guess(ImmutableArray<Certificate> certificates) =>
        certificates.All(shown => shown.IsSelfIssued && shown.HasPrivateKey is not true) ? "" : "My";
}
