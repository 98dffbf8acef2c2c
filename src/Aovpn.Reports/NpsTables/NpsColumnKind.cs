namespace Aovpn.Reports.NpsTables;

/// <summary>What a column holds.</summary>
public enum NpsColumnKind
{
    Text,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A day, by the server's clock.</summary>
    Date,

    /// <summary>A time of day, by the server's clock.</summary>
    TimeOfDay,

    /// <summary>Day and time, by the server's clock.</summary>
    Moment,
}
