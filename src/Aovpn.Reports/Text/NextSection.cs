using System.Globalization;

namespace Aovpn.Reports.Text;

/// <summary>What to collect next, and what it decides. The words are the product's own: no name of the evidence is in them to be hidden.</summary>
internal sealed class NextSection(TextPage page)
{
    public void Write(Diagnosis.Model.Diagnosis diagnosis)
    {
        if (diagnosis.Next.IsEmpty)
            return;
        page.Line("Next", TextStyle.Title);
        for (var index = 0; index < diagnosis.Next.Length; index++)
        {
            var next = diagnosis.Next[index];
            page.Hanging(string.Create(CultureInfo.InvariantCulture, $"  {index + 1}  "), $"{RoleWords.On(next.From)}{next.Need}");
            page.Wrapped(5, next.Why);
            if (next.Command is { } command)
                page.Command(7, command);
        }

        page.Blank();
    }
}
