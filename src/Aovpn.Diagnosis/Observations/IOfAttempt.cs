namespace Aovpn.Diagnosis.Observations;

/// <summary>An observation that belongs to somebody's connection attempt.</summary>
public interface IOfAttempt
{
    /// <summary>As logged: <c>CORP\alice</c>, <c>alice@corp.example</c>, SYSTEM.</summary>
    string? User { get; }

    /// <summary>RRAS's correlation id without braces, lower case.</summary>
    string? CoId { get; }
}
