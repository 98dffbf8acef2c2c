using Aovpn.Codecs.Nps;

namespace Aovpn.Diagnosis.Evidence.Nps;

/// <summary>
/// Attempts that wait for their answer, joined by Class, which NPS gives a request and repeats in the answer; where a
/// request has none, by access server and account.
/// </summary>
internal sealed class NpsAttempts
{
    private const int MostWaiting = 4_000;
    private const long MostBytes = 32 * 1024 * 1024;

    private readonly Dictionary<string, LinkedListNode<NpsAttempt>> _byKey = [];
    private readonly LinkedList<NpsAttempt> _oldestFirst = [];
    private long _size;

    /// <summary>The attempt that a request or challenge belongs to, a new one if need be; null where nothing in it tells.</summary>
    public NpsAttempt? Of(INpsAttributes request)
    {
        if (Keys(request).FirstOrDefault() is not { } key)
            return null;
        if (_byKey.TryGetValue(key, out var known))
            return known.Value;
        var attempt = new NpsAttempt(key);
        _byKey.Add(key, _oldestFirst.AddLast(attempt));
        return attempt;
    }

    public void Grown(long by) => _size += by;

    /// <summary>The attempt that an answer ends; it waits no longer. Null when none waits.</summary>
    public NpsAttempt? Answered(INpsAttributes answer)
    {
        foreach (var key in Keys(answer))
        {
            if (!_byKey.TryGetValue(key, out var node))
                continue;
            Remove(node);
            return node.Value;
        }

        return null;
    }

    /// <summary>The oldest attempts, where more wait than memory allows, and at the end all that still wait.</summary>
    public IEnumerable<NpsAttempt> Unanswered(bool all = false)
    {
        while (_oldestFirst.First is { } oldest && (all || _oldestFirst.Count > MostWaiting || _size > MostBytes))
        {
            Remove(oldest);
            yield return oldest.Value;
        }
    }

    private void Remove(LinkedListNode<NpsAttempt> node)
    {
        _byKey.Remove(node.Value.Key);
        _oldestFirst.Remove(node);
        _size -= node.Value.Size;
    }

    /// <summary>What joins a request and its answer, the surest first.</summary>
    public static IEnumerable<string> Keys(INpsAttributes record)
    {
        if (record.Text(NpsAttributeKeys.Class) is { } joined)
            yield return "class " + joined;
        if (record.Text(NpsAttributeKeys.MsRasCorrelationId) is { } correlation)
            yield return "correlation " + correlation;
        if ((record.Text(NpsAttributeKeys.SamAccountName) ?? record.Text(NpsAttributeKeys.FullyQualifiedUserName) ?? record.Text(NpsAttributeKeys.UserName)) is { } user)
            yield return UserKey(record.Text(NpsAttributeKeys.ClientIPAddress) ?? record.Text(NpsAttributeKeys.NasIPAddress), user);
    }

    /// <summary>By access server and account.</summary>
    public static string UserKey(string? client, string user) => string.Concat("user ", client, " ", Account(user));

    /// <summary>alice, of CORP\alice, alice@corp.example and corp.example/Users/alice.</summary>
    private static string Account(string user)
    {
        var from = user.AsSpan().LastIndexOfAny('\\', '/') + 1;
        var at = from > 0 ? -1 : user.IndexOf('@', StringComparison.Ordinal);
        return (at > 0 ? user[..at] : user[from..]).ToUpperInvariant();
    }
}
