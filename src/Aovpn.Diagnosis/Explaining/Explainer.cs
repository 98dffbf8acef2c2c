using System.Collections.Immutable;
using Aovpn.Diagnosis.Catalogue;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Explaining;

/// <summary>Explains whatever people paste: a code in any form, a symbol, the id of a cause, a symptom, a sentence of Windows with or without slips.</summary>
public static class Explainer
{
    private const int MostAnswers = 3;
    private const int MostSuggestions = 5;

    public static Explanation Explain(string asked)
    {
        var text = asked.Trim().TrimEnd('!', '?', ',', ';', ':').TrimEnd();
        if (text.Length == 0)
            return new(asked, [], [new("809", "a code"), new("never dials", "a symptom"), new("AOV401", "a cause")]);

        if (Causes(text) is { Length: > 0 } cause)
            return new(asked, cause, []);
        if (AskedForms.Read(text) is { Length: > 0 } forms)
            return new(asked, [.. forms.SelectMany(form => Answers.OfCode(form))], []);
        if (Symptom(text) is { } symptom)
            return new(asked, [Answers.OfSymptom(symptom)], []);

        if (AskedForms.Inside(text) is { Length: > 0 } inside)
            return new(asked, [.. inside.SelectMany(form => Answers.OfCode(form))], []);

        var sentences = DialogSentences.Find(text).Select(found => found.Code).Distinct().Take(MostAnswers).ToArray();
        if (sentences.Length > 0)
            return new(asked, [.. sentences.SelectMany(code => Answers.OfCode(new(code, "the sentence that Windows shows for it")))], []);

        return Nearest(asked, text);
    }

    private static ImmutableArray<Answer> Causes(string text)
    {
        var id = text.Replace(" ", "", StringComparison.Ordinal);
        if (id.StartsWith("AOV", StringComparison.OrdinalIgnoreCase) && id.AsSpan(3).IndexOfAnyExceptInRange('0', '9') < 0)
            return [.. PageIndex.Default.WithId(id).Select(Answers.OfCause)];
        if (!id.StartsWith("RC-", StringComparison.OrdinalIgnoreCase))
            return [];

        return PageIndex.Default.ForRootCause(id) switch
        {
            [] => [],
            [var only] => [Answers.OfCause(only)],
            var members => [new(AnswerKind.Cause, id.ToUpperInvariant()[..3] + id[3..], "A family of causes: its members have the same symptom, and one of them is meant.") { Causes = members }],
        };
    }

    private static SymptomId? Symptom(string text)
    {
        var plain = string.Join('-', Words.Of(text).Select(word => word.Text));
        foreach (var symptom in Enum.GetValues<SymptomId>())
        {
            if (symptom is not SymptomId.Code && (KebabCase.Of(symptom.ToString()) == plain || SymptomCatalogue.Says(symptom, text)))
                return symptom;
        }

        return null;
    }

    private static Explanation Nearest(string asked, string text)
    {
        var near = NearestEntries.Find(text);
        if (near.Certain.Length > 0)
            return new(asked, [.. near.Certain.Take(MostAnswers)], []);
        return new(asked, [], [.. near.Possible.Take(MostSuggestions)]);
    }
}
