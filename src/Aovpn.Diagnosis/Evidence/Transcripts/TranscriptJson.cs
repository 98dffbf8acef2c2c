using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aovpn.Diagnosis.Evidence.Transcripts;

/// <summary>How entries are written and read: one line each, names in kebab case, absent rather than null.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, PropertyNamingPolicy = JsonKnownNamingPolicy.KebabCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(TranscriptEntry))]
public sealed partial class TranscriptJson : JsonSerializerContext
{
    /// <summary>Version of the format.</summary>
    public const int Format = 1;

    /// <summary>How the first line begins: by it a transcript is known.</summary>
    public const string Beginning = "{\"kind\":\"aovpn-transcript\"";

    public static string Write(TranscriptEntry entry) => JsonSerializer.Serialize(entry, Default.TranscriptEntry);

    /// <exception cref="JsonException">No JSON, of no known kind, or lacking a member.</exception>
    public static TranscriptEntry? Read(string line) => JsonSerializer.Deserialize(line, Default.TranscriptEntry);
}
