using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aovpn.Diagnosis.Evidence.Transcripts;

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(TranscriptRow))]
internal sealed partial class TranscriptJson : JsonSerializerContext;
