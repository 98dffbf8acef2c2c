using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Aovpn.Tests.Evidence.Notes;

/// <summary>A note as a helpdesk types it, with the cause its writer had in mind; a line of <c>tests/samples/notes/*.tsv</c>.</summary>
/// <param name="Language">Two letters.</param>
internal sealed record Ticket(string Cause, string Language, string Note)
{
    /// <summary>Half of the notes, by a hash of their words, are never looked at when words are chosen: they measure.</summary>
    public bool IsHeldBack => Hash(Note) % 2 == 0;

    public static ImmutableArray<Ticket> All([CallerFilePath] string source = "") =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Path.GetDirectoryName(source)!, "..", "..", "..", "samples", "notes"), "*.tsv")
            .Order(StringComparer.Ordinal).SelectMany(File.ReadLines).Select(line => line.Split('\t')).Select(cells => new Ticket(cells[0], cells[1], cells[2])),
    ];

    /// <summary>FNV-1a: the same on every machine and in every run.</summary>
    private static uint Hash(string text) => text.Aggregate(2166136261u, (hash, letter) => (hash ^ letter) * 16777619u);
}
