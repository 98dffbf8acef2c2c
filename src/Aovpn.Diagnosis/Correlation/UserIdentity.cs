namespace Aovpn.Diagnosis.Correlation;

/// <summary>Compares user names in the forms in which hosts log them: <c>CORP\alice</c>, <c>alice@corp.example</c>, <c>corp.example/Users/Alice</c>, alice.</summary>
public static class UserIdentity
{
    /// <returns>Whether two names can be the same account: the account parts agree, and the domains where both name one in the same form.</returns>
    public static bool Same(string left, string right)
    {
        if (string.Equals(left, right, StringComparison.OrdinalIgnoreCase))
            return true;
        var (one, other) = (Split(left), Split(right));
        return string.Equals(one.Account, other.Account, StringComparison.OrdinalIgnoreCase)
            && (one.Domain is null || other.Domain is null || DomainsAgree(one.Domain, other.Domain));
    }

    /// <summary>The account part in lower case: a key under which every form of one account falls, and now and then two accounts.</summary>
    public static string Account(string name) => Split(name).Account.ToLowerInvariant();

    private static (string Account, string? Domain) Split(string name)
    {
        var slash = name.LastIndexOf('\\');
        if (slash >= 0)
            return (name[(slash + 1)..], name[..slash]);
        var at = name.IndexOf('@', StringComparison.Ordinal);
        if (at > 0)
            return (name[..at], name[(at + 1)..]);
        var canonical = name.LastIndexOf('/');
        return canonical >= 0 ? (name[(canonical + 1)..], null) : (name, null);
    }

    /// <summary>CORP and corp.example: the NetBIOS name is mostly, but not always, the first label.</summary>
    private static bool DomainsAgree(string left, string right) =>
        left.Contains('.', StringComparison.Ordinal) != right.Contains('.', StringComparison.Ordinal)
        || string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
