namespace Aovpn.Diagnosis.Evidence.Notes;

/// <summary>Something a person can mention that narrows the cause; a row of <c>topics.json</c>.</summary>
/// <param name="Key">As pages write it after <c>topic:</c>.</param>
/// <param name="Description">What mentioning it says, for those who write pages.</param>
public sealed record Topic(string Key, string Description)
{
    /// <summary>What a deployment has, and not what is amiss: "Windows 11". Alone it makes nobody suspect a cause.</summary>
    public bool Setting { get; init; }
}
