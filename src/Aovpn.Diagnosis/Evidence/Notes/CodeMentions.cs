using System.Collections.Immutable;
using System.Globalization;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Evidence.Notes;

/// <summary>
/// Finds codes in any form. Not every number is one: a bare number must be known, and stand beside a word such as "error" or in a
/// line that is hardly more than it.
/// </summary>
internal static class CodeMentions
{
    /// <summary>Words of a line that is a title: "VPN error", "809 since Monday".</summary>
    private const int TitleWords = 9;
    private const int Near = 3;

    /// <summary>Prefix and eight digits; what is shorter may be any registry value.</summary>
    private const int WholeHex = 10;

    /// <summary>"error 80092013": an HRESULT without 0x that happens to have no letter.</summary>
    private const int HresultDigits = 8;
    private const uint SmallestHresult = 0x80000000;

    /// <summary>Smaller numbers mean nothing unless the word error stands right before them.</summary>
    private const uint SmallestOfRas = 600;

    /// <summary>"NPS says 16": so many words may stand between.</summary>
    private const int NpsReach = 5;

    public static ImmutableArray<CodeMention> Find(Sentence sentence, ImmutableArray<Mention> mentions)
    {
        var found = ImmutableArray.CreateBuilder<CodeMention>();
        foreach (var mention in mentions)
        {
            if (mention.Concept.Kind is ConceptKind.Code)
                found.Add(new(KnownCodes.Parse(mention.Concept.Value), mention.First, mention.End));
        }

        var isSpoken = mentions.Any(SpeaksOfCodes);
        found.AddRange(SpokenCodes.Find(sentence, mentions).Where(spoken => !IsDenied(sentence, mentions, spoken.First)));
        for (var at = 0; at < sentence.Words.Length; at++)
        {
            if (MayBeCode(sentence.Words[at].Raw) && Of(sentence, mentions, at, found, isSpoken) is { } code && !IsDenied(sentence, mentions, at))
                found.Add(new(code, at, at + 1));
        }

        return found.ToImmutable();
    }

    /// <summary>A small number is a code only beside one of these.</summary>
    private static bool SpeaksOfCodes(Mention mention) => mention.Concept is { Kind: ConceptKind.Word, Value: "reason" or "event" or "code" or "code-noun" } or { Kind: ConceptKind.Topic, Value: "nps" };

    /// <summary>Every code has a figure, every symbol of one an underscore.</summary>
    private static bool MayBeCode(string word) => word.AsSpan().ContainsAnyInRange('0', '9') || word.Contains('_', StringComparison.Ordinal);

    private static Code? Of(Sentence sentence, ImmutableArray<Mention> mentions, int at, IReadOnlyList<CodeMention> before, bool isSpoken)
    {
        var word = sentence.Words[at];
        if (Prefixed(word, "aadsts", 10) is { } signIn)
            return new Code(CodeFamily.EntraSignIn, signIn);
        if (Prefixed(word, "0x", 16) is { } hex)
            return hex > 0 && (word.Text.Length == WholeHex || KnownCodes.IsWindows(hex)) ? Code.Windows(hex) : null;
        if (KnownCodes.BySymbol(word.Raw) is { } symbol)
            return symbol;
        if (word.Text.Length == 8 && word.Text[0] == '8' && word.Text.Any(char.IsAsciiLetter) && uint.TryParse(word.Text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bare))
            return Code.Windows(bare);
        if (word.Text[0] == '-' && int.TryParse(word.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var signed))
            return Code.Windows(signed);
        if (!word.IsNumber || !uint.TryParse(word.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || !(KnownCodes.IsAny(number) || word.Text.Length == HresultDigits || number >= SmallestHresult)
            || (!isSpoken && before.Count == 0 && number < SmallestOfRas) || Counts(sentence, mentions, at))
        {
            return null;
        }

        if (Beside(mentions, "reason", at, before, CodeFamily.NpsReason) && KnownCodes.IsNpsReason(number))
            return Code.NpsReason(number);
        if (Beside(mentions, "event", at, before, CodeFamily.Event) && KnownCodes.IsEvent(number))
            return Code.Event(number);
        if (word.Text.Length == HresultDigits && Beside(mentions, "code", at, before, CodeFamily.Windows)
            && uint.TryParse(word.Text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var digits) && digits >= SmallestHresult && KnownCodes.IsWindows(digits))
        {
            return Code.Windows(digits);
        }

        if (number >= SmallestHresult && Beside(mentions, "code", at, before, CodeFamily.Windows))
            return Code.Windows(number);
        if (!KnownCodes.IsWindows(number) || (number < SmallestOfRas && !IsNamed(mentions, at)))
            return SaidOfNps(sentence, mentions, at) && KnownCodes.IsNpsReason(number) ? Code.NpsReason(number) : null;
        return KnownCodes.IsUnmistakable(number) || Beside(mentions, "code", at, before, CodeFamily.Windows) || Follows(mentions, at) || ((sentence.Words.Length <= TitleWords || StandsAlone(sentence, at)) && KnownCodes.IsFamiliar(number))
            ? Code.Windows(number)
            : null;
    }

    /// <summary>Begins or ends a sentence, or a part of it: "he mistyped his password, 691", "since Monday, 809 for everyone".</summary>
    private static bool StandsAlone(Sentence sentence, int at) => at == 0 || sentence.Words[at].BeginsPart || at + 1 == sentence.Words.Length || sentence.Words[at + 1].AfterComma;

    private static uint? Prefixed(Word word, string prefix, int radix) =>
        word.Text.StartsWith(prefix, StringComparison.Ordinal)
        && uint.TryParse(word.Text.AsSpan(prefix.Length), radix == 16 ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    /// <summary>A code word stands shortly before, or the number continues a list of codes of that family: "errors 809 and 812".</summary>
    private static bool Beside(ImmutableArray<Mention> mentions, string kind, int at, IReadOnlyList<CodeMention> before, CodeFamily family) =>
        mentions.Any(mention => IsWord(mention, kind) && mention.End <= at && at - mention.End < Near)
        || (before.Count > 0 && before[^1] is { } last && last.Code.Family == family && last.Code.Value <= ushort.MaxValue && at >= last.End && at - last.End < Near);

    private static bool IsNamed(ImmutableArray<Mention> mentions, int at) => mentions.Any(mention => IsWord(mention, "code-noun") && mention.End == at);

    /// <summary>"NPS 295", "denied by NPS with 65", "refused (73) by NPS": a number that NPS gives is a reason.</summary>
    private static bool SaidOfNps(Sentence sentence, ImmutableArray<Mention> mentions, int at) =>
        mentions.Any(mention => mention.Concept is { Kind: ConceptKind.Topic, Value: "nps" } && (mention.End <= at ? at - mention.End <= NpsReach : mention.First - at <= NpsReach))
        && (sentence.Words[at].AfterComma || at + 1 == sentence.Words.Length || sentence.Words[at + 1].AfterComma || mentions.Any(mention => mention.End == at
            && (IsWord(mention, "code") || mention.Concept is { Kind: ConceptKind.Topic, Value: "nps" })));

    private static bool Follows(ImmutableArray<Mention> mentions, int at) => mentions.Any(mention => IsWord(mention, "code-noun") && mention.First == at + 1);

    /// <summary>It counts something or names a port, a build, a room: "850 users", "port 500", "build 16299".</summary>
    private static bool Counts(Sentence sentence, ImmutableArray<Mention> mentions, int at) =>
        mentions.Any(mention =>
            (mention.First == at + 1 && !sentence.Words[at + 1].AfterComma && (IsWord(mention, "unit") || mention.Concept.Kind is ConceptKind.Noun))
            || (IsWord(mention, "number-of") && mention.End <= at && at - mention.End < 2))
        || (at + 1 < sentence.Words.Length && sentence.Words[at + 1].Text is [>= '0' and <= '9', ..] && sentence.Words[at + 1].Text.Length == 3 && sentence.Words[at].Text.Length < 3);

    private static bool IsDenied(Sentence sentence, ImmutableArray<Mention> mentions, int at) =>
        mentions.Any(mention => IsWord(mention, "negator") && mention.End <= at && at - mention.End < Near
            && !Enumerable.Range(mention.End, at - mention.End + 1).Any(word => sentence.Words[word].BeginsPart)
            && !mentions.Any(between => between.Concept.Kind is ConceptKind.Outcome && between.First < at && between.End > mention.First && !IsCodeWord(mentions, between)));

    /// <summary>"error" is an outcome and a word for a code: in "not error 809" it is the latter.</summary>
    private static bool IsCodeWord(ImmutableArray<Mention> mentions, Mention outcome) =>
        mentions.Any(mention => IsWord(mention, "code") && mention.First == outcome.First && mention.End == outcome.End);

    private static bool IsWord(Mention mention, string value) => mention.Concept.Kind is ConceptKind.Word && mention.Concept.Value == value;
}
