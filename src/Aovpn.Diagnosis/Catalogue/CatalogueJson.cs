using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aovpn.Diagnosis.Catalogue;

/// <summary>Strict reading of the catalogue: a misspelt, unknown or missing member fails the load, and so the tests.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = JsonCommentHandling.Skip,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(NeedRow[]))]
[JsonSerializable(typeof(ErrorCode[]))]
[JsonSerializable(typeof(NamedNumber[]))]
[JsonSerializable(typeof(EventDescription[]))]
internal sealed partial class CatalogueJson : JsonSerializerContext;
