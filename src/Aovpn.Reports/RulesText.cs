using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Pages;

namespace Aovpn.Reports;

/// <summary>Every cause the program knows, in the order of the steps of a connection.</summary>
public static class RulesText
{
    public static void Write(TextWriter output, IEnumerable<RulePage> pages)
    {
        foreach (var stage in pages.GroupBy(page => page.Stage).OrderBy(group => group.Key))
        {
            output.WriteLine(KebabCase.Of(stage.Key.ToString()).Replace('-', ' '));
            foreach (var page in stage)
                output.WriteLine($"  {page.Id}  {page.Title}{(page.Explains.IsEmpty ? "" : $"  [{string.Join(", ", page.Explains)}]")}");
            output.WriteLine();
        }
    }
}
