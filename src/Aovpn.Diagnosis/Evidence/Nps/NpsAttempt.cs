using Aovpn.Codecs.Nps;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Nps;

/// <summary>Requests and challenges of one connection that wait for NPS' answer.</summary>
internal sealed class NpsAttempt(string key)
{
    /// <summary>EAP needs about ten rounds; a client that repeats itself under one Class must not grow without bound.</summary>
    private const int MostHeld = 64;

    private readonly List<(NpsRecord Record, RadiusOutcome Outcome)> _held = [];

    public string Key => key;

    /// <summary>The newest request: it names user, client address and port, which answers leave out.</summary>
    public NpsRecord? Request { get; private set; }

    /// <summary>What tells whether the request is a VPN's.</summary>
    public NpsMedium? Medium { get; private set; }

    /// <summary>Records that nobody was told of yet, oldest first.</summary>
    public IReadOnlyList<(NpsRecord Record, RadiusOutcome Outcome)> Held => _held;

    /// <summary>Bytes held.</summary>
    public long Size { get; private set; }

    public void Add(NpsRow passing, RadiusOutcome outcome, bool told)
    {
        var isHeld = !told && _held.Count < MostHeld;
        if (outcome is not RadiusOutcome.Requested && !isHeld)
            return;
        var record = passing.Borrow();
        if (outcome is RadiusOutcome.Requested)
        {
            Size += record.Length - (Request?.Length ?? 0);
            if (!_held.Exists(held => ReferenceEquals(held.Record, Request)))
                Request?.Return();
            (Request, Medium) = (record, NpsMedium.Of(passing));
        }

        if (!isHeld)
            return;
        _held.Add((record, outcome));
        Size += record.Length;
    }

    /// <summary>Hands back the memory of what it holds, once nobody needs it any more.</summary>
    public void Return()
    {
        Request?.Return();
        foreach (var (record, _) in _held)
            record.Return();
        _held.Clear();
        Request = null;
    }
}
