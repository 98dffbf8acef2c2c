using System.Globalization;

namespace Aovpn.Fuzz;

/// <summary>What fuzzing one target came to.</summary>
/// <param name="Executions">All of them.</param>
/// <param name="PastHeader">Those that were read behind the header.</param>
/// <param name="Edges">Edges of the code seen after each quarter of the run.</param>
/// <param name="NewInputs">Inputs that were kept because they did something new.</param>
/// <param name="Crashes">Different ones; their inputs are in <c>artifacts/fuzz/TARGET</c>.</param>
/// <param name="Slow">Inputs that took more than a second for each MB.</param>
/// <param name="SlowestPerMegabyte">In seconds, inputs of less than 64 KiB counted as 64 KiB.</param>
/// <param name="MostAllocated">Bytes that one run allocated.</param>
public sealed record FuzzReport(
    string Target, long Executions, long PastHeader, int[] Edges, int NewInputs, int Crashes, int Hangs, int Slow, double SlowestPerMegabyte, long MostAllocated, double Seconds)
{
    public bool IsFlat => CoverageGrowth.IsFlat(Edges[2], Edges[3]);

    public bool IsClean => Crashes + Hangs + Slow == 0;

    public static string Heading =>
        "| target | executions | past the header | edges after each quarter | last quarter | inputs kept | crashes | hangs | over 1 s/MB | slowest s/MB | most allocated | per second |\n"
        + "| --- | ---: | ---: | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |";

    public string Row => string.Create(
        CultureInfo.InvariantCulture,
        $"| {Target} | {Executions:N0} | {PastHeader:N0} | {string.Join(' ', Edges)} | {(IsFlat ? "flat" : "growing")} (+{Edges[3] - Edges[2]}) | {NewInputs} | {Crashes} | {Hangs} | {Slow} | {SlowestPerMegabyte:F2} | {MostAllocated / 1024:N0} KiB | {Executions / Seconds:N0} |");
}
