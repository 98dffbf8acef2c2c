using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Aovpn.Diagnosis.Catalogue;

/// <summary>
/// An embedded file of the catalogue: a JSON array with one row on each line. Start-up time is a feature, so a lookup finds the
/// line by its bytes and reads that line alone; the tests read every row.
/// </summary>
internal static class CatalogueFile
{
    /// <exception cref="JsonException">A row has a member that rows do not have, lacks one that they do, or is not JSON.</exception>
    public static ImmutableArray<T> Rows<T>(string name, JsonTypeInfo<T[]> rows)
    {
        using var file = Open(name);
        return [.. JsonSerializer.Deserialize(file, rows)!];
    }

    /// <summary>The rows whose line has the text; the text has to be so chosen that only the wanted rows have it.</summary>
    public static ImmutableArray<T> RowsWith<T>(string name, ReadOnlySpan<byte> text, JsonTypeInfo<T> row)
    {
        var bytes = Bytes(name);
        var found = ImmutableArray.CreateBuilder<T>();
        for (var from = 0; from < bytes.Length;)
        {
            var hit = bytes.AsSpan(from).IndexOf(text);
            if (hit < 0)
                break;

            var start = bytes.AsSpan(0, from + hit).LastIndexOf((byte)'\n') + 1;
            var length = bytes.AsSpan(from + hit).IndexOf((byte)'\n');
            var end = length < 0 ? bytes.Length : from + hit + length;
            found.Add(JsonSerializer.Deserialize(bytes.AsSpan(start, end - start).TrimEnd("\r, "u8), row)!);
            from = end;
        }

        return found.ToImmutable();
    }

    private static byte[] Bytes(string name)
    {
        using var file = Open(name);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    private static Stream Open(string name) => typeof(CatalogueFile).Assembly.GetManifestResourceStream("catalogue/" + name)!;
}
