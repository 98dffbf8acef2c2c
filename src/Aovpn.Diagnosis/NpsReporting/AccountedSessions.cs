using System.Globalization;
using Aovpn.Codecs.Nps;
using Aovpn.Diagnosis.Catalogue;
using Aovpn.Diagnosis.Evidence.Nps;
using static Aovpn.Codecs.Nps.NpsAttributeName;

namespace Aovpn.Diagnosis.NpsReporting;

/// <summary>Follows sessions through accounting: RFC 2866. Sessions are told apart by RADIUS client and Acct-Session-Id.</summary>
internal sealed class AccountedSessions
{
    private const int MostOpen = 1_000_000, MostCauses = 1_000;

    private readonly Dictionary<string, Dictionary<string, (long In, long Out)>> _open = [];
    private readonly Dictionary<string, long> _causes = [];
    private long _started, _interim, _stopped, _isOpen, _peak, _in, _out, _longest, _seconds;
    private DateTime? _peakAt;

    public void Take(NpsExchange accounting)
    {
        var record = accounting.Record;
        switch (record.Number(AcctStatusType))
        {
            case 1:
                _started++;
                Opened(accounting);
                break;
            case 2:
                Stopped(accounting);
                break;
            case 3:
                _interim++;
                if (OfClient(accounting) is var client && Session(record) is { } session && client.ContainsKey(session))
                    client[session] = Octets(record);
                break;

            // Accounting-On and -Off: the access server restarts, its sessions are gone.
            case 7 or 8:
                Restarted(accounting);
                break;
        }
    }

    public NpsSessions All()
    {
        var (bytesIn, bytesOut) = (_in, _out);
        foreach (var (read, written) in _open.Values.SelectMany(client => client.Values))
        {
            bytesIn = Sum(bytesIn, read);
            bytesOut = Sum(bytesOut, written);
        }

        return new(
            _started, _interim, _stopped, _peak, _peakAt, _isOpen, bytesIn, bytesOut, _longest, _seconds,
            [.. _causes.OrderByDescending(cause => cause.Value).ThenBy(cause => cause.Key, StringComparer.Ordinal).Select(cause => new TerminateCause(cause.Key.Length == 0 ? null : cause.Key, cause.Value))]);
    }

    private void Opened(NpsExchange accounting)
    {
        if (Session(accounting.Record) is not { } session || _isOpen >= MostOpen || !OfClient(accounting).TryAdd(session, default))
            return;
        if (++_isOpen <= _peak)
            return;
        (_peak, _peakAt) = (_isOpen, accounting.Time);
    }

    private void Stopped(NpsExchange accounting)
    {
        var record = accounting.Record;
        _stopped++;
        if (Session(record) is { } session && OfClient(accounting).Remove(session))
            _isOpen--;
        var (read, written) = Octets(record);
        (_in, _out) = (Sum(_in, read), Sum(_out, written));
        var seconds = record.Number("Acct-Session-Time") is > 0 and <= uint.MaxValue and { } known ? known : 0;
        _seconds = Sum(_seconds, seconds);
        _longest = Math.Max(_longest, seconds);
        var number = record.Number(AcctTerminateCause)?.ToString(CultureInfo.InvariantCulture);
        var cause = number is null ? "" : NpsEnums.Name(AcctTerminateCause, number) ?? number;
        if (_causes.Count < MostCauses || _causes.ContainsKey(cause))
            _causes[cause] = _causes.GetValueOrDefault(cause) + 1;
    }

    private void Restarted(NpsExchange accounting)
    {
        var client = OfClient(accounting);
        foreach (var (read, written) in client.Values)
            (_in, _out) = (Sum(_in, read), Sum(_out, written));
        _isOpen -= client.Count;
        client.Clear();
    }

    private Dictionary<string, (long In, long Out)> OfClient(NpsExchange accounting)
    {
        var name = accounting.Client ?? "";
        if (_open.TryGetValue(name, out var known))
            return known;
        // More RADIUS clients than this is damage: their sessions are not kept apart.
        return _open.Count >= MostOpen ? _open.Values.First() : _open[name] = [];
    }

    private static string? Session(NpsRecord record) => NpsIdentities.Bounded(record[AcctSessionId]);

    /// <summary>RFC 2869 section 5.1: Gigawords count how often the 32 bits of Octets went round.</summary>
    private static (long In, long Out) Octets(NpsRecord record) => (Wide(record, "Acct-Input"), Wide(record, "Acct-Output"));

    private static long Wide(NpsRecord record, string direction) =>
        Word(record.Number(direction + "-Octets")) + (Word(record.Number(direction + "-Gigawords")) & int.MaxValue) * 0x1_0000_0000;

    private static long Word(long? number) => number is > 0 and <= uint.MaxValue ? number.Value : 0;

    /// <summary>A hostile log may count beyond all bounds; the sum stays at the greatest number then.</summary>
    private static long Sum(long one, long other) => one > long.MaxValue - other ? long.MaxValue : one + other;
}
