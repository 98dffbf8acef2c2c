using System.Collections.Immutable;
using System.Text.Json;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Intake;

/// <summary>
/// <c>aovpn-manifest.json</c> in a folder or archive says which machine each part came from:
/// <c>{ "hosts": { "logs/pc": { "role": "Client", "name": "PC1" } } }</c>, paths relative to the manifest.
/// </summary>
internal static class Manifest
{
    public const string FileName = "aovpn-manifest.json";

    public const string Kind = "aovpn-manifest";

    /// <param name="folder">The manifest's folder, as paths are compared; ends without a slash.</param>
    /// <param name="json">Its bytes.</param>
    /// <returns>The hosts, and the sentence that says why they could not be read.</returns>
    public static (ImmutableArray<NamedHost> Hosts, Message? Trouble) Read(string folder, ReadOnlyMemory<byte> json)
    {
        var hosts = ImmutableArray.CreateBuilder<NamedHost>();
        try
        {
            using var document = JsonDocument.Parse(WithoutMark(json), new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            if (document.RootElement.ValueKind is not JsonValueKind.Object || !document.RootElement.TryGetProperty("hosts", out var rows) || rows.ValueKind is not JsonValueKind.Object)
                return ([], Message.Of($"names no hosts: it should look like {Hole.Plain("{ \"hosts\": { \"path\": { \"role\": \"Client\", \"name\": \"PC1\" } } }")}; hosts are told from content and names instead"));

            foreach (var row in rows.EnumerateObject())
            {
                var role = Text(row.Value, "role") is { Length: > 0 } word ? HostWords.Role(word) : HostRole.Unknown;
                if (role is not { } known)
                    return (hosts.ToImmutable(), Message.Of($"gives {Hole.Path(row.Name)} a role that is none of {Hole.Plain(HostWords.Choice)}; the rows before it count"));
                hosts.Add(new(SafeName.Join(folder, row.Name.Replace('\\', '/').Trim('/').TrimStart('.').Trim('/')), new(known, Text(row.Value, "name"))));
            }

            return (hosts.ToImmutable(), null);
        }
        catch (JsonException error)
        {
            return ([], Message.Of($"is not JSON from line {(error.LineNumber ?? 0) + 1} on: hosts are told from content and names instead"));
        }
    }

    private static string? Text(JsonElement row, string name) =>
        row.ValueKind is JsonValueKind.Object && row.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> json) => json.Span.StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? json[3..] : json;
}
