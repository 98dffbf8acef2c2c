using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Catalogue;

/// <summary>Every number that Windows, NPS and Entra ID report for a connection, with its name, meaning and stage.</summary>
/// <remarks>Only the file that the number belongs to is touched, and of it only the line: <c>aovpn explain 809</c> parses one row.</remarks>
public static class ErrorCatalogue
{
    private static readonly Lazy<ImmutableArray<(Code Code, ErrorCode Row)>> Everything = new(Load);

    private static readonly ImmutableArray<(string File, CodeFamily Family)> Files =
    [
        ("ras", CodeFamily.Windows),
        ("ipsec", CodeFamily.Windows),
        ("win32", CodeFamily.Windows),
        ("certificates", CodeFamily.Windows),
        ("nps-reasons", CodeFamily.NpsReason),
        ("entra", CodeFamily.EntraSignIn),
    ];

    /// <summary>Every row; the first call reads all files.</summary>
    public static ImmutableArray<(Code Code, ErrorCode Row)> All => Everything.Value;

    /// <summary>The row of a code; null when the catalogue has none, and for IKE notifies, EAP types and events, which have rows of their own.</summary>
    public static ErrorCode? Find(Code code)
    {
        if (File(code) is not { } file)
            return null;

        var key = code.Value > 0xFFFF && code.Family is CodeFamily.Windows
            ? $"\"code\": \"{code.Hex}\""
            : string.Create(CultureInfo.InvariantCulture, $"\"code\": {code.Value},");
        return CatalogueFile.RowsWith(file, Encoding.ASCII.GetBytes(key), CatalogueJson.Default.ErrorCode).FirstOrDefault();
    }

    /// <summary>Codes of a symbol, in any case: ERROR_IPSEC_IKE_AUTH_FAIL, IAS_AUTH_FAILURE. Few symbols name two.</summary>
    public static ImmutableArray<Code> FindSymbol(string symbol)
    {
        var found = ImmutableArray.CreateBuilder<Code>();
        var key = Encoding.ASCII.GetBytes($"\"symbol\": \"{symbol.ToUpperInvariant()}\"");
        foreach (var (file, family) in Files)
            found.AddRange(CatalogueFile.RowsWith(file, key, CatalogueJson.Default.ErrorCode).Select(row => new Code(family, row.Code)));

        if (found.Count > 0 || symbol.All(char.IsAsciiLetterUpper))
            return found.ToImmutable();
        return [.. All.Where(one => string.Equals(one.Row.Symbol, symbol, StringComparison.OrdinalIgnoreCase)).Select(one => one.Code)];
    }

    private static string? File(Code code) => (code.Family, code.Value) switch
    {
        (CodeFamily.Windows, > 0xFFFF) => "certificates",
        (CodeFamily.Windows, >= 600 and < 1000) => "ras",
        (CodeFamily.Windows, >= 13000 and < 14000) => "ipsec",
        (CodeFamily.Windows, _) => "win32",
        (CodeFamily.NpsReason, _) => "nps-reasons",
        (CodeFamily.EntraSignIn, _) => "entra",
        _ => null,
    };

    private static ImmutableArray<(Code Code, ErrorCode Row)> Load() =>
    [
        .. Files.SelectMany(one => CatalogueFile.Rows(one.File, CatalogueJson.Default.ErrorCodeArray)
            .Select(row => (new Code(one.Family, row.Code), row))),
    ];
}
