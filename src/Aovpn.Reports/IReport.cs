using Aovpn.Diagnosis.Evidence;

namespace Aovpn.Reports;

/// <summary>One form in which a diagnosis is printed.</summary>
public interface IReport
{
    /// <summary>As <c>--format</c> names it.</summary>
    string Format { get; }

    /// <param name="excerpts">The words at the places that <see cref="ReportCitations"/> names.</param>
    void Write(Diagnosis.Model.Diagnosis diagnosis, Excerpts excerpts, ReportOptions options, TextWriter output);
}
