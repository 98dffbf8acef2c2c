namespace Aovpn.LabTable;

/// <summary>From where somebody looks; the numbers are the columns of classes in CAUSES.tsv.</summary>
internal enum Vantage
{
    /// <summary>Somebody without credentials, who knows a user's name.</summary>
    Stranger = 0,

    /// <summary>The client itself.</summary>
    Credentials = 1,

    /// <summary>The client's probe, with what the gateway and the RADIUS server logged meanwhile.</summary>
    Logs = 2,
}
