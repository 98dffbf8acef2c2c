using System.Collections.Immutable;
using Aovpn.Codecs.Eap;

namespace Aovpn.Diagnosis.Rules;

/// <summary>EAP types as an administrator knows them.</summary>
internal static class EapTypes
{
    public static string Text(ImmutableArray<int> types) => types.IsEmpty ? "no method" : string.Join(" or ", types.Select(type => new EapType((byte)type).ToString()));
}
