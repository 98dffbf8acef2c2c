using System.Globalization;

namespace Aovpn.Reports.Text;

/// <summary>A number with its noun: 1 record, 20,990 records.</summary>
internal static class Counted
{
    public static string Of(long count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");
}
