using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Aovpn.Diagnosis.Evidence.Transcripts;

/// <summary>
/// How entries are written and read: one line each, names in kebab case, absent rather than null, and <c>kind</c> says which entry it is. Told apart
/// here, as the serializer would build its tables of all kinds before it writes the first.
/// </summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, PropertyNamingPolicy = JsonKnownNamingPolicy.KebabCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TranscriptEntry.Began))]
[JsonSerializable(typeof(TranscriptEntry.Interfaces))]
[JsonSerializable(typeof(TranscriptEntry.Roots))]
[JsonSerializable(typeof(TranscriptEntry.Credentials))]
[JsonSerializable(typeof(TranscriptEntry.Name))]
[JsonSerializable(typeof(TranscriptEntry.ExternalAddress))]
[JsonSerializable(typeof(TranscriptEntry.Ping))]
[JsonSerializable(typeof(TranscriptEntry.Session))]
[JsonSerializable(typeof(TranscriptEntry.Datagram))]
[JsonSerializable(typeof(TranscriptEntry.Opened))]
[JsonSerializable(typeof(TranscriptEntry.Discarded))]
[JsonSerializable(typeof(TranscriptEntry.NatDetected))]
[JsonSerializable(typeof(TranscriptEntry.GatewayProved))]
[JsonSerializable(typeof(TranscriptEntry.Eap))]
[JsonSerializable(typeof(TranscriptEntry.Radius))]
[JsonSerializable(typeof(TranscriptEntry.ChildEstablished))]
[JsonSerializable(typeof(TranscriptEntry.Ended))]
[JsonSerializable(typeof(TranscriptEntry.Inside))]
[JsonSerializable(typeof(TranscriptEntry.InsideEnded))]
[JsonSerializable(typeof(TranscriptEntry.Tunnel))]
[JsonSerializable(typeof(TranscriptEntry.Keys))]
[JsonSerializable(typeof(TranscriptEntry.Remark))]
public sealed partial class TranscriptJson : JsonSerializerContext
{
    /// <summary>Version of the format.</summary>
    public const int Format = 1;

    /// <summary>How the first line begins: by it a transcript is known.</summary>
    public const string Beginning = KindFirst + "aovpn-transcript\"";

    private const string KindFirst = "{\"kind\":\"";

    private static readonly (string Kind, Type Entry)[] Kinds =
    [
        ("aovpn-transcript", typeof(TranscriptEntry.Began)),
        ("interfaces", typeof(TranscriptEntry.Interfaces)),
        ("roots", typeof(TranscriptEntry.Roots)),
        ("credentials", typeof(TranscriptEntry.Credentials)),
        ("name", typeof(TranscriptEntry.Name)),
        ("external-address", typeof(TranscriptEntry.ExternalAddress)),
        ("ping", typeof(TranscriptEntry.Ping)),
        ("session", typeof(TranscriptEntry.Session)),
        ("datagram", typeof(TranscriptEntry.Datagram)),
        ("opened", typeof(TranscriptEntry.Opened)),
        ("discarded", typeof(TranscriptEntry.Discarded)),
        ("nat", typeof(TranscriptEntry.NatDetected)),
        ("gateway-proved", typeof(TranscriptEntry.GatewayProved)),
        ("eap", typeof(TranscriptEntry.Eap)),
        ("radius", typeof(TranscriptEntry.Radius)),
        ("child", typeof(TranscriptEntry.ChildEstablished)),
        ("ended", typeof(TranscriptEntry.Ended)),
        ("inside", typeof(TranscriptEntry.Inside)),
        ("inside-ended", typeof(TranscriptEntry.InsideEnded)),
        ("tunnel", typeof(TranscriptEntry.Tunnel)),
        ("keys", typeof(TranscriptEntry.Keys)),
        ("remark", typeof(TranscriptEntry.Remark)),
    ];

    public static string Write(TranscriptEntry entry)
    {
        var type = entry.GetType();
        return $"{KindFirst}{Array.Find(Kinds, one => one.Entry == type).Kind}\",{JsonSerializer.Serialize(entry, Info(type)).AsSpan(1)}";
    }

    /// <exception cref="JsonException">No JSON, of no known kind, or lacking a member.</exception>
    public static TranscriptEntry? Read(string line)
    {
        var kind = KindOf(line);
        return Array.Find(Kinds, one => one.Kind == kind).Entry is { } type
            ? (TranscriptEntry?)JsonSerializer.Deserialize(line, Info(type))
            : throw new JsonException($"'{kind}' is no kind of entry");
    }

    private static JsonTypeInfo Info(Type type) => Default.GetTypeInfo(type)!;

    /// <summary>First, as we write it, or anywhere, as a program may write it that has rewritten the file.</summary>
    private static string? KindOf(string line)
    {
        if (line.StartsWith(KindFirst, StringComparison.Ordinal) && line.IndexOf('"', KindFirst.Length) is var end and > 0)
            return line[KindFirst.Length..end];
        using var json = JsonDocument.Parse(line);
        return json.RootElement.ValueKind is JsonValueKind.Object && json.RootElement.TryGetProperty("kind", out var kind) && kind.ValueKind is JsonValueKind.String
            ? kind.GetString()
            : throw new JsonException("an entry without a kind");
    }
}
