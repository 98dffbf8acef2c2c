using Aovpn.Codecs.Nps;

namespace Aovpn.Diagnosis.Evidence.Nps;

/// <summary>The database-compatible accounting log, which RRAS writes as well when it decides by itself.</summary>
public sealed class NpsOdbcLogReader() : NpsLogReader(NpsLogFormat.Odbc, "nps-odbc-log", order: 150);
