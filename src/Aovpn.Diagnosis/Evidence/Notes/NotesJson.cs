using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aovpn.Diagnosis.Evidence.Notes;

/// <summary>Strict reading of lexicons and topics: a misspelt member fails the load, and so the tests.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(Topic[]))]
[JsonSerializable(typeof(Dictionary<string, string[]>))]
internal sealed partial class NotesJson : JsonSerializerContext;
