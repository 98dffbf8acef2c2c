using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.Notes;

/// <summary>What is understood of a text, in the words that pages use for clues.</summary>
internal static class Say
{
    public static string[] Understood(string text) => [.. Read.Text(text).Observations.Select(Word).Distinct()];

    private static string Word(Observation seen) => seen switch
    {
        WindowsErrorReported error => $"code:{error.Code}",
        SymptomReported symptom => $"symptom:{KebabCase.Of(symptom.Symptom.ToString())}",
        Contrast contrast => $"{(contrast.Differs ? "differs-by" : "same-for")}:{KebabCase.Of(contrast.Dimension.ToString())}",
        ChangeReported change => $"since:{change.Change}",
        TopicMentioned topic => $"{(topic.Negated ? "no-topic" : "topic")}:{topic.Topic}",
        NameDialled dialled => $"dials:{dialled.Server}",
        _ => seen.GetType().Name,
    };
}
