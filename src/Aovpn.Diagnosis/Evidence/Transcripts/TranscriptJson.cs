using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

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
[JsonSerializable(typeof(TranscriptEntry.Revocation))]
[JsonSerializable(typeof(TranscriptEntry.Keys))]
[JsonSerializable(typeof(TranscriptEntry.Remark))]
public sealed partial class TranscriptJson : JsonSerializerContext
{
    /// <summary>Version of the format.</summary>
    public const int Format = 1;

    /// <summary>How the first line begins: by it a transcript is known.</summary>
    public const string Beginning = KindFirst + "aovpn-transcript\"";

    private const string KindFirst = "{\"kind\":\"";

    private static readonly EntryKind[] Kinds =
    [
        Of<TranscriptEntry.Began>("aovpn-transcript", json => json.BeganSerializeHandler),
        Of<TranscriptEntry.Interfaces>("interfaces", json => json.InterfacesSerializeHandler),
        Of<TranscriptEntry.Roots>("roots", json => json.RootsSerializeHandler),
        Of<TranscriptEntry.Credentials>("credentials", json => json.CredentialsSerializeHandler),
        Of<TranscriptEntry.Name>("name", json => json.NameSerializeHandler),
        Of<TranscriptEntry.ExternalAddress>("external-address", json => json.ExternalAddressSerializeHandler),
        Of<TranscriptEntry.Ping>("ping", json => json.PingSerializeHandler),
        Of<TranscriptEntry.Session>("session", json => json.SessionSerializeHandler),
        Of<TranscriptEntry.Datagram>("datagram", json => json.DatagramSerializeHandler),
        Of<TranscriptEntry.Opened>("opened", json => json.OpenedSerializeHandler),
        Of<TranscriptEntry.Discarded>("discarded", json => json.DiscardedSerializeHandler),
        Of<TranscriptEntry.NatDetected>("nat", json => json.NatDetectedSerializeHandler),
        Of<TranscriptEntry.GatewayProved>("gateway-proved", json => json.GatewayProvedSerializeHandler),
        Of<TranscriptEntry.Eap>("eap", json => json.EapSerializeHandler),
        Of<TranscriptEntry.Radius>("radius", json => json.RadiusSerializeHandler),
        Of<TranscriptEntry.ChildEstablished>("child", json => json.ChildEstablishedSerializeHandler),
        Of<TranscriptEntry.Ended>("ended", json => json.EndedSerializeHandler),
        Of<TranscriptEntry.Inside>("inside", json => json.InsideSerializeHandler),
        Of<TranscriptEntry.InsideEnded>("inside-ended", json => json.InsideEndedSerializeHandler),
        Of<TranscriptEntry.Tunnel>("tunnel", json => json.TunnelSerializeHandler),
        Of<TranscriptEntry.Revocation>("revocation", json => json.RevocationSerializeHandler),
        Of<TranscriptEntry.Keys>("keys", json => json.KeysSerializeHandler),
        Of<TranscriptEntry.Remark>("remark", json => json.RemarkSerializeHandler),
    ];

    /// <summary>By the handlers that the compiler wrote: the serializer would first build its tables of the types of all members.</summary>
    public static string Write(TranscriptEntry entry)
    {
        var type = entry.GetType();
        var kind = Array.Find(Kinds, one => one.Entry == type)!;
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
            kind.Write(json, entry);
        return $"{KindFirst}{kind.Name}\",{Encoding.UTF8.GetString(bytes.WrittenSpan[1..])}";
    }

    /// <exception cref="JsonException">No JSON, of no known kind, or lacking a member.</exception>
    public static TranscriptEntry? Read(string line)
    {
        var name = KindOf(line);
        return Array.Find(Kinds, one => one.Name == name) is { } kind
            ? (TranscriptEntry?)JsonSerializer.Deserialize(line, Default.GetTypeInfo(kind.Entry)!)
            : throw new JsonException($"'{name}' is no kind of entry");
    }

    private static EntryKind Of<T>(string name, Func<TranscriptJson, Action<Utf8JsonWriter, T>> handler)
        where T : TranscriptEntry => new(name, typeof(T), (json, entry) => handler(Default)(json, (T)entry));

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

    private sealed record EntryKind(string Name, Type Entry, Action<Utf8JsonWriter, TranscriptEntry> Write);
}
