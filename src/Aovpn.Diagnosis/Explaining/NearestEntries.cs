using System.Collections.Immutable;
using Aovpn.Diagnosis.Catalogue;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Explaining;

/// <summary>The entries whose words come nearest to a question: Windows' sentences, our texts, symptoms, titles of causes.</summary>
internal static class NearestEntries
{
    /// <summary>An entry that has this share of the question's weight is what was meant.</summary>
    private const double CertainFrom = 0.78;

    /// <summary>So is one with this share of the question, if the question has this share of it, and no other comes as near.</summary>
    private const double CertainAloneFrom = 0.6;
    private const double AloneBy = 0.12;

    /// <summary>Of two that are as near, the one that Always On VPN deployments are known to show.</summary>
    private const double RelevantCounts = 0.05;

    /// <summary>Below this share it is not even worth a suggestion.</summary>
    private const double PossibleFrom = 0.35;

    /// <summary>Entries this near to the best are meant as well.</summary>
    private const double AsGood = 0.04;

    private static readonly Lazy<SentenceIndex<Entry>> Index = new(Build);

    /// <returns>Answers when the words leave little doubt, else what might be meant.</returns>
    public static (ImmutableArray<Answer> Certain, ImmutableArray<Suggestion> Possible) Find(string question)
    {
        var found = Index.Value.Find(question).OrderByDescending(Score).DistinctBy(one => one.Entry.Ask).Take(20).ToArray();
        if (found is [var best, ..] && IsCertain(best, found.Length > 1 ? Score(found[1]) : 0))
        {
            var meant = found.TakeWhile(one => Score(best) - Score(one) <= AsGood);
            return ([.. meant.SelectMany(one => one.Entry.Answers())], []);
        }

        return ([], [.. found.Where(one => one.Asked >= PossibleFrom).Select(one => new Suggestion(one.Entry.Ask, one.Entry.Text))]);
    }

    private static bool IsCertain((Entry Entry, double Asked, double Share, int Words) best, double next) =>
        (best.Asked >= CertainFrom && (best.Words >= 3 || (best.Words == 2 && best.Share > 0.6)))
        || (best.Asked >= CertainAloneFrom && best.Share >= CertainAloneFrom && best.Words >= 3 && Score(best) - next >= AloneBy);

    private static double Score((Entry Entry, double Asked, double Share, int Words) one) =>
        one.Asked + (0.25 * one.Share) + (one.Entry.Relevant ? RelevantCounts : 0);

    private static SentenceIndex<Entry> Build()
    {
        var index = new SentenceIndex<Entry>();
        foreach (var (code, row) in ErrorCatalogue.All)
        {
            var entry = new Entry(code.ToString(), row.Text, row.Relevant || CodePages.Has(code), () => Answers.OfCode(new(code, "the sentence comes near to the one that Windows shows for it")));
            foreach (var dialog in row.Dialogs)
                index.Add(entry, dialog);
            index.Add(entry with { Answers = () => Answers.OfCode(new(code, "its meaning comes near to the question")) }, row.Text);
        }

        foreach (var symptom in Enum.GetValues<SymptomId>().Where(symptom => symptom is not SymptomId.Code))
        {
            var entry = new Entry(KebabCase.Of(symptom.ToString()), SymptomCatalogue.Meaning(symptom), true, () => [Answers.OfSymptom(symptom)]);
            index.Add(entry, SymptomCatalogue.Meaning(symptom));
            foreach (var words in SymptomCatalogue.Of(symptom))
                index.Add(entry, words);
        }

        foreach (var (id, title) in PageIndex.Default.Titles)
            index.Add(new(id, title, true, () => [.. PageIndex.Default.WithId(id).Select(Answers.OfCause)]), title);
        return index;
    }

    private sealed record Entry(string Ask, string Text, bool Relevant, Func<ImmutableArray<Answer>> Answers);
}
