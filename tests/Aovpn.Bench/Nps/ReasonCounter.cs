using System.Globalization;
using System.Runtime.InteropServices;
using Aovpn.Codecs.Nps;

namespace Aovpn.Bench.Nps;

/// <summary>Counts the accepts and rejects of one thread's records by reason and, in the database-compatible format, by user.</summary>
internal sealed class ReasonCounter : INpsVisitor
{
    private static readonly NpsAttributeKey PacketType = NpsAttributeKey.Of(NpsAttributeName.PacketType);
    private static readonly NpsAttributeKey ReasonCode = NpsAttributeKey.Of(NpsAttributeName.ReasonCode);
    private static readonly NpsAttributeKey User = NpsAttributeKey.Of(NpsAttributeName.FullyQualifiedUserName);

    public Dictionary<int, long> Reasons { get; } = [];

    public TextCounter Users { get; } = new();

    public void Take(NpsRow row)
    {
        if (row[PacketType] is not [(byte)'2' or (byte)'3'])
            return;
        CollectionsMarshal.GetValueRefOrAddDefault(Reasons, (int)(row.Number(ReasonCode) ?? 0), out _)++;
        if (row.Format is NpsLogFormat.Odbc)
            Users.Add(row[User]);
    }

    public void Take(NpsDamage damage) => throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"line {damage.Line}: {damage.Reason}"));

    public void Add(ReasonCounter other)
    {
        foreach (var (reason, count) in other.Reasons)
            Reasons[reason] = Reasons.GetValueOrDefault(reason) + count;
        Users.Add(other.Users);
    }
}
