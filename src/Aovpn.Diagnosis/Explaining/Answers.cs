using System.Collections.Immutable;
using System.Globalization;
using Aovpn.Diagnosis.Catalogue;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Explaining;

/// <summary>Puts together what the catalogue, the code pages and the causes' pages know about one code, symptom or cause.</summary>
internal static class Answers
{
    /// <returns>One answer; for an event's number, one for each provider that uses it.</returns>
    public static ImmutableArray<Answer> OfCode(AskedFor asked) => asked.Code.Family switch
    {
        CodeFamily.Event => Events(asked),
        CodeFamily.IkeNotify => [Numbered(asked, NumberCatalogue.IkeNotify(asked.Code.Value))],
        CodeFamily.EapType => [Numbered(asked, NumberCatalogue.EapType(asked.Code.Value))],
        _ => [Coded(asked)],
    };

    public static Answer OfSymptom(SymptomId symptom) => new(AnswerKind.Symptom, KebabCase.Of(symptom.ToString()), SymptomCatalogue.Meaning(symptom))
    {
        Key = new(symptom),
        Stage = SymptomCatalogue.StageOf(symptom),
        Page = CodePages.Find(symptom),
        Causes = PageIndex.Default.Explaining(new(symptom)),
    };

    public static Answer OfCause(CauseExplained cause) => new(AnswerKind.Cause, cause.Page.Id, cause.Page.Title)
    {
        Stage = cause.Page.Stage,
        Source = cause.Page.Source,
        Verified = cause.Page.Verified,
        Causes = [cause],
    };

    private static Answer Coded(AskedFor asked)
    {
        var code = asked.Code;
        var answer = new Answer(AnswerKind.Code, code.ToString(), "") { Key = new(code), ReadAs = asked.ReadAs, Page = CodePages.Find(code), Causes = PageIndex.Default.Explaining(new(code)) };
        if (ErrorCatalogue.Find(code) is not { } row)
            return answer with { Meaning = Unknown(code), Verified = false };

        return answer with
        {
            Symbol = row.Symbol,
            Meaning = row.Text,
            Stage = row.Stage,
            Dialog = row.Dialog,
            Source = row.Source,
            Verified = row.Verified,
            Notes =
            [
                .. row.Fix is { } fix ? [$"First: {fix}"] : Array.Empty<string>(),
                .. row.Related is { } related ? [$"NPS writes it for {related}."] : Array.Empty<string>(),
                .. row.Obsolete ? ["Supported versions of Windows no longer report it."] : Array.Empty<string>(),
                .. row.DialogSource is { } source ? [$"Windows' sentence: {source}."] : Array.Empty<string>(),
            ],
        };
    }

    private static string Unknown(Code code) => code.Family switch
    {
        CodeFamily.Windows when (code.Value & 0xFFFF0000) is 0x80070000 =>
            string.Create(CultureInfo.InvariantCulture, $"The HRESULT form of Windows error {code.Value & 0xFFFF}, which the catalogue does not have. On Windows, net helpmsg {code.Value & 0xFFFF} says its text."),
        CodeFamily.Windows when code.Value > 0xFFFF => $"An HRESULT that the catalogue does not have. On Windows, certutil -error {code.Hex} says its text.",
        CodeFamily.EntraSignIn => string.Create(CultureInfo.InvariantCulture, $"A sign-in error of Entra ID that the catalogue does not have. https://login.microsoftonline.com/error?code={code.Value} says its text."),
        _ => "The catalogue does not have this number.",
    };

    private static Answer Numbered(AskedFor asked, NamedNumber? row)
    {
        var answer = new Answer(AnswerKind.Code, asked.Code.ToString(), "The catalogue does not have this number.") { Key = new(asked.Code), Causes = PageIndex.Default.Explaining(new(asked.Code)) };
        return row is null ? answer : answer with
        {
            Symbol = row.Name,
            Meaning = row.Text ?? row.Note ?? row.Name,
            Stage = row.Stage,
            Notes = row.Note is { } note && row.Text is not null ? [note] : [],
            Source = row.Source,
            Verified = row.Verified,
        };
    }

    private static ImmutableArray<Answer> Events(AskedFor asked)
    {
        var id = asked.Code.Value;
        var rows = asked.Provider is { } provider ? EventCatalogue.Find(provider, id) : EventCatalogue.Find(id);
        var causes = PageIndex.Default.Explaining(new(asked.Code));
        return rows.IsEmpty
            ? [new(AnswerKind.Event, asked.Code.ToString(), "The catalogue does not have this event.") { Key = new(asked.Code), Causes = causes }]
            : [.. rows.Select(row => Event(asked.Code, row, causes))];
    }

    private static Answer Event(Code code, EventDescription row, ImmutableArray<CauseExplained> causes) =>
        new(AnswerKind.Event, $"{code} ({row.Provider})", row.Text)
        {
            Key = new(code),
            Stage = row.Stage,
            Notes =
            [
                $"Log: {row.Channel}, on the {Side(row.Side)}.",
                .. row.Fields.IsEmpty ? Array.Empty<string>() : [$"It says, in order: {string.Join(", ", row.Fields)}."],
            ],
            Source = row.Source,
            Verified = row.Verified,
            Causes = causes,
        };

    private static string Side(string side) => side switch
    {
        "server" => "VPN server",
        "nps" => "NPS server",
        "dc" => "domain controller",
        "ca" => "certification authority",
        "both" => "client and the VPN server",
        _ => side,
    };
}
