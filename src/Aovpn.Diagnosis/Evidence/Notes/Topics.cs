using System.Collections.Immutable;
using System.Text.Json;

namespace Aovpn.Diagnosis.Evidence.Notes;

/// <summary>The closed set of topics: <c>topics.json</c>. Lexicons give each its phrases, pages name them as clues.</summary>
public static class Topics
{
    private static readonly Lazy<ImmutableArray<Topic>> Rows = new(Load);

    public static ImmutableArray<Topic> All => Rows.Value;

    private static ImmutableArray<Topic> Load()
    {
        using var rows = typeof(Topics).Assembly.GetManifestResourceStream("notes/topics")!;
        return [.. JsonSerializer.Deserialize(rows, NotesJson.Default.TopicArray)!];
    }
}
