using System.Collections;
using System.Collections.Immutable;
using System.Text.Json.Serialization.Metadata;

namespace Aovpn.Diagnosis.Evidence.Transcripts;

/// <summary>Whether an entry has all members that every entry of its kind has: JSON that lacks one would otherwise give null where none can be.</summary>
internal static class Completeness
{
    public static bool IsWhole(object entry)
    {
        if (TranscriptJson.Default.GetTypeInfo(entry.GetType()) is not { Kind: JsonTypeInfoKind.Object } type)
            return true;

        foreach (var member in type.Properties)
        {
            var value = member.Get?.Invoke(entry);
            if (value switch { null => member.Get is not null && !member.IsGetNullable, ImmutableArray<string> { IsDefault: true } or ImmutableArray<InterfaceSeen> { IsDefault: true } => true, _ => false })
                return false;
            if (value is not (null or string) && !(value is IEnumerable list ? list.Cast<object?>().All(one => one is string || (one is not null && IsWhole(one))) : value.GetType().IsPrimitive || IsWhole(value)))
                return false;
        }

        return true;
    }
}
