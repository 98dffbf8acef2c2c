using Aovpn.Diagnosis.Catalogue;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Reports;

/// <summary>What vendors call a code.</summary>
internal static class Symbols
{
    /// <returns>Null when the catalogue has none.</returns>
    public static string? Of(Code code) => ErrorCatalogue.Find(code)?.Symbol;

    /// <summary>What a code means, in a sentence without its full stop; null when the catalogue does not know it.</summary>
    public static string? Sentence(Code code) => code.Family is CodeFamily.Event
        ? EventCatalogue.Find(code.Value) is [var only] ? only.Text.TrimEnd('.') : null
        : ErrorCatalogue.Find(code)?.Text.TrimEnd('.');
}
