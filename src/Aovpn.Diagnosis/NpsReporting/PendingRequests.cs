using Aovpn.Diagnosis.Evidence.Nps;

namespace Aovpn.Diagnosis.NpsReporting;

/// <summary>Requests that wait for NPS' answer, and challenged ones that wait for the client; joined as <see cref="NpsAttempts.Keys"/> says.</summary>
internal sealed class PendingRequests
{
    private const int MostWaiting = 50_000;
    private const long MostBytes = 48 * 1024 * 1024;

    private readonly Dictionary<string, LinkedListNode<Pending>> _byKey = [];
    private readonly LinkedList<Pending> _oldestFirst = [];
    private long _size;

    /// <param name="Request">The newest request.</param>
    /// <param name="IsChallenged">Whether NPS answered it with a challenge, and the client has not gone on.</param>
    public sealed record Pending(string Key, NpsFacts Request, bool IsChallenged);

    public void Asked(NpsFacts request)
    {
        foreach (var key in request.Keys())
        {
            // A repeated request, or the client's next step: the older record has nothing that this one lacks.
            if (_byKey.Remove(key, out var known))
                Forget(known);
            Add(new(key, request, IsChallenged: false));
            return;
        }
    }

    /// <returns>The request that was challenged; null when none was read.</returns>
    public NpsFacts? Challenged(NpsFacts challenge)
    {
        if (Take(challenge) is not { } pending)
            return null;
        Add(pending with { IsChallenged = true });
        return pending.Request;
    }

    /// <returns>The request that the record answers, which waits no longer; null when none was read.</returns>
    public NpsFacts? Answered(NpsFacts answer) => Take(answer)?.Request;

    /// <summary>The oldest, where more wait than memory allows; at the end all.</summary>
    public IEnumerable<Pending> Left(bool all)
    {
        while (_oldestFirst.First is { } oldest && (all || _oldestFirst.Count > MostWaiting || _size > MostBytes))
        {
            _byKey.Remove(oldest.Value.Key);
            Forget(oldest);
            yield return oldest.Value;
        }
    }

    private Pending? Take(NpsFacts answer)
    {
        foreach (var key in answer.Keys())
        {
            if (!_byKey.Remove(key, out var node))
                continue;
            Forget(node);
            return node.Value;
        }

        return null;
    }

    private void Add(Pending pending)
    {
        _byKey.Add(pending.Key, _oldestFirst.AddLast(pending));
        _size += pending.Request.Size;
    }

    private void Forget(LinkedListNode<Pending> node)
    {
        _oldestFirst.Remove(node);
        _size -= node.Value.Request.Size;
    }
}
