using System.Globalization;

namespace Aovpn.Diagnosis.Model;

/// <summary>
/// A date as a listing shows it. Where day and month cannot be told apart (3/4/2018) both readings are kept, and a
/// comparison on which they disagree has no answer.
/// </summary>
/// <param name="First">The month-first reading, or the only one. Local time of the machine that listed it, or UTC.</param>
/// <param name="Other">The day-first reading; null when the date is unambiguous.</param>
public readonly record struct ListedDate(DateTime First, DateTime? Other = null)
{
    /// <returns>True or false when every reading agrees, null when they do not.</returns>
    public bool? IsBefore(DateTimeOffset instant)
    {
        var first = First < instant.UtcDateTime;
        return Other is not { } other || first == other < instant.UtcDateTime ? first : null;
    }

    public override string ToString() => Other is { } other ? $"{Text(First)} or {Text(other)}" : Text(First);

    private static string Text(DateTime date) => date.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
