using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Explaining;

/// <summary>A code that a question can mean.</summary>
/// <param name="ReadAs">How it was read, where that is not plain.</param>
internal sealed record AskedFor(Code Code, string? ReadAs)
{
    /// <summary>The provider that was named beside an event's number.</summary>
    public string? Provider { get; init; }
}
