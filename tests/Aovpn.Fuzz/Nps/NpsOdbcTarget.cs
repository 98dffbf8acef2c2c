using Aovpn.Codecs.Nps;

namespace Aovpn.Fuzz.Nps;

/// <summary>The database-compatible format.</summary>
internal sealed class NpsOdbcTarget() : NpsTarget(NpsLogFormat.Odbc, "odbc-66-columns.log", "odbc-60-columns.log", "odbc-heading.csv")
{
    public override string Name => "nps-odbc";
}
