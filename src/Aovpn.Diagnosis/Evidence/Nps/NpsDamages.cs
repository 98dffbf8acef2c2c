using Aovpn.Codecs.Nps;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Nps;

/// <summary>Says what of a log could not be read: the first places one by one, the rest counted by reason.</summary>
internal sealed class NpsDamages(NpsCitations cite)
{
    private const int MostSaid = 50;

    private readonly Dictionary<NpsDamageReason, (NpsDamage First, NpsDamage Last, long Count)> _counted = [];
    private int _said;

    public Unreadable? Take(NpsDamage damage)
    {
        if (_said++ < MostSaid)
            return new(cite.Of(damage), Sentence(damage));
        _counted[damage.Reason] = _counted.TryGetValue(damage.Reason, out var before) ? (before.First, damage, before.Count + 1) : (damage, damage, 1);
        return null;
    }

    public IEnumerable<Unreadable> Rest() => _counted.Values.OrderBy(counted => counted.First.Line).Select(counted => new Unreadable(
        cite.Of(counted.First, counted.Last),
        Message.Of($"{counted.Count} more places between these lines, the first of which is this: {Sentence(counted.First)}"), counted.Count));

    public static Message Sentence(NpsDamage damage) => damage.Reason switch
    {
        NpsDamageReason.NotARecord => Message.Of($"this line is no record of an NPS log in any of its three formats; the lines around it were read"),
        NpsDamageReason.TooLong => Message.Of($"a record of {damage.Detail} bytes, where NPS writes a few thousand, was skipped; reading went on behind it"),
        NpsDamageReason.NulBytes when damage.Detail > 0 => Message.Of($"{damage.Detail} NUL bytes stand where records should be, as after a power failure; reading went on behind them"),
        NpsDamageReason.NulBytes => Message.Of($"this record breaks off and NUL bytes follow, as after a power failure; reading went on behind them"),
        NpsDamageReason.QuoteNotClosed => Message.Of($"the quotation mark that opens column {damage.Detail} is not closed; the record was left out"),
        NpsDamageReason.TextAfterQuote => Message.Of($"text follows the closing quotation mark of column {damage.Detail}; the record was left out"),
        NpsDamageReason.TooManyColumns => Message.Of($"the record has {damage.Detail} or more columns, where NPS writes at most 66; the record was left out"),
        NpsDamageReason.WrongColumn => Message.Of($"column {damage.Detail} does not hold what NPS writes there; the record was left out"),
        NpsDamageReason.AttributeWithoutValue => Message.Of($"the line ends behind attribute {damage.Detail}, whose value is missing; the record was left out"),
        NpsDamageReason.NotWellFormed => Message.Of($"the XML of this record is not well-formed at its byte {damage.Detail}; the record was left out"),
        NpsDamageReason.EventNotClosed => Message.Of($"this record begins and does not end: its {Hole.Plain("</Event>")} is missing; the record was left out"),
        _ => Message.Of($"this record cannot be read; the record was left out"),
    };
}
