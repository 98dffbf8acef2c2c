namespace Aovpn.Generators.Nps;

/// <summary>The formats in which NPS logs.</summary>
public enum LogForm
{
    Odbc,
    Ias,
    Dts,
}
