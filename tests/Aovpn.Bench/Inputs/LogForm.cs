namespace Aovpn.Bench.Inputs;

/// <summary>The formats in which NPS logs.</summary>
internal enum LogForm
{
    Odbc,
    Ias,
    Dts,
}
