using System.Collections.Immutable;
using System.Globalization;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Reports.Text;

/// <summary>What was read, and every artifact that was not read or not wholly.</summary>
internal sealed class EvidenceSection(TextPage page, ReportOptions options)
{
    private const int RowsShown = 12;

    public void Write(Diagnosis.Model.Diagnosis diagnosis)
    {
        var read = diagnosis.Artifacts.Where(artifact => artifact.IsRecognised).ToArray();
        var kinds = string.Join(", ", read.Select(artifact => artifact.Kind).Distinct(StringComparer.Ordinal));
        page.Hanging("Evidence  ", string.Create(CultureInfo.InvariantCulture,
            $"{read.Length:N0} of {Counted.Of(diagnosis.Artifacts.Length, "file")} read, {Counted.Of(read.Sum(artifact => artifact.Records), "record")}{(kinds.Length > 0 ? $": {kinds}" : "")}; judged as of {diagnosis.AsOf.UtcDateTime:yyyy-MM-dd HH:mm}Z"), TextStyle.Title);

        ImmutableArray<ArtifactSummary> odd = [.. diagnosis.Artifacts.Where(artifact => !artifact.IsRecognised || artifact.Unreadable > 0 || !artifact.Remarks.IsEmpty)];
        foreach (var artifact in odd.Take(options.All ? int.MaxValue : RowsShown))
            Row(artifact);
        if (!options.All && odd.Length > RowsShown)
            page.Line($"  and {odd.Length - RowsShown} more: --all", TextStyle.Faint);
    }

    private void Row(ArtifactSummary artifact)
    {
        var name = options.Messages.Artifact(artifact.Artifact);
        if (artifact.Remarks.IsEmpty)
        {
            page.Hanging($"  {(artifact.IsRecognised ? "!" : "·")} ", $"{name}: {(artifact.IsRecognised ? $"{Counted.Of(artifact.Unreadable, "record")} could not be read" : "of no kind that aovpn reads")}", TextStyle.Doubt);
            return;
        }

        foreach (var remark in artifact.Remarks)
        {
            var text = options.Messages.Of(remark.What);
            page.Hanging("  ! ", remark.Source.Locator is Locator.Whole ? $"{name} {text}" : $"{name}, {remark.Source.Locator}: {text}", TextStyle.Doubt);
        }

        var unsaid = artifact.Unreadable - artifact.Remarks.Sum(remark => remark.Count);
        if (unsaid > 0)
            page.Line(string.Create(CultureInfo.InvariantCulture, $"    and {unsaid:N0} more in it"), TextStyle.Faint);
    }
}
