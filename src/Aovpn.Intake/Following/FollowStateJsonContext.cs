using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aovpn.Intake.Following;

/// <summary>How <see cref="FollowStateJson"/> is written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(FollowStateJson.Document))]
internal sealed partial class FollowStateJsonContext : JsonSerializerContext;
