namespace Aovpn.Diagnosis.NpsReporting;

/// <summary>Follows sessions through accounting: RFC 2866. Sessions are told apart by RADIUS client and Acct-Session-Id.</summary>
internal sealed class AccountedSessions
{
    private const int MostOpen = 1_000_000, MostCauses = 1_000;

    private readonly Dictionary<string, Dictionary<string, (long In, long Out)>> _open = [];
    private readonly Dictionary<string, long> _causes = [];
    private long _started, _interim, _stopped, _isOpen, _peak, _in, _out, _longest, _seconds;
    private DateTime? _peakAt;

    public void Take(NpsExchange exchange)
    {
        if (exchange.Record.Accounting is not { } accounting)
            return;
        switch (accounting.Status)
        {
            case 1:
                _started++;
                Opened(accounting, exchange);
                break;
            case 2:
                Stopped(accounting, exchange);
                break;
            case 3:
                _interim++;
                if (OfClient(exchange) is var client && accounting.Session is { } session && client.ContainsKey(session))
                    client[session] = (accounting.BytesIn, accounting.BytesOut);
                break;

            // Accounting-On and -Off: the access server restarts, its sessions are gone.
            case 7 or 8:
                Restarted(exchange);
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

    private void Opened(NpsAccounting accounting, NpsExchange exchange)
    {
        if (accounting.Session is not { } session || _isOpen >= MostOpen || !OfClient(exchange).TryAdd(session, default))
            return;
        if (++_isOpen <= _peak)
            return;
        (_peak, _peakAt) = (_isOpen, exchange.Time);
    }

    private void Stopped(NpsAccounting accounting, NpsExchange exchange)
    {
        _stopped++;
        if (accounting.Session is { } session && OfClient(exchange).Remove(session))
            _isOpen--;
        (_in, _out) = (Sum(_in, accounting.BytesIn), Sum(_out, accounting.BytesOut));
        _seconds = Sum(_seconds, accounting.Seconds);
        _longest = Math.Max(_longest, accounting.Seconds);
        if (_causes.Count < MostCauses || _causes.ContainsKey(accounting.Cause))
            _causes[accounting.Cause] = _causes.GetValueOrDefault(accounting.Cause) + 1;
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

    /// <summary>A hostile log may count beyond all bounds; the sum stays at the greatest number then.</summary>
    private static long Sum(long one, long other) => one > long.MaxValue - other ? long.MaxValue : one + other;
}
