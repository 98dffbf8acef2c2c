using System.Globalization;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>The AAD Operational log of a client. Entra ID's number stands anywhere in the text: <c>AADSTS53003: ...</c></summary>
internal static class CloudSignIns
{
    private const string Mark = "AADSTS";

    private static readonly string[] Descriptions = ["ErrorDescription", "ErrorMessage", "AdditionalInformation", "Error", "Status", "Result"];

    public static IEnumerable<Observation> Observe(WindowsEvent seen)
    {
        if (seen.EventId is not (1025 or (>= 1081 and <= 1104)))
            return [];
        var host = seen.HostAs(HostRole.Client);
        var number = Number(seen);
        var description = Descriptions.Select(seen.Named).FirstOrDefault(value => value?.Known is not null);
        var text = description?.Text ?? (seen.MessageText is { Length: > 0 } message ? message : seen.Data.FirstOrDefault(value => value.Known is not null)?.Text);
        return
        [
            new CloudSignIn(seen.Source, host, seen.When(host), seen.EventId, number?.Code, text)
            {
                FieldsWhenAsked = new FieldPlaces()
                    .Add(nameof(CloudSignIn.EventId), seen.IdPlace)
                    .Add(nameof(CloudSignIn.SignInCode), number?.Place)
                    .Add(nameof(CloudSignIn.Description), description)
                    .WhenAsked,
            },
        ];
    }

    private static (Code Code, Locator? Place)? Number(WindowsEvent seen)
    {
        foreach (var value in seen.Data.Concat(seen.Message))
        {
            var mark = value.Text.IndexOf(Mark, StringComparison.OrdinalIgnoreCase);
            if (mark < 0)
                continue;
            var start = mark + Mark.Length;
            var end = start;
            while (end < value.Text.Length && end - start < 9 && char.IsAsciiDigit(value.Text[end]))
                end++;
            if (uint.TryParse(value.Text.AsSpan(start, end - start), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                return (new Code(CodeFamily.EntraSignIn, number), value.Place);
        }

        return null;
    }
}
