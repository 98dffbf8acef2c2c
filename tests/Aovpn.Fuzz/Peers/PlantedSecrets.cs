using System.Text;

namespace Aovpn.Fuzz.Peers;

/// <summary>Secrets that a peer has, in the forms in which they could leak.</summary>
internal sealed class PlantedSecrets(params string[] secrets)
{
    private readonly string[] _forms = [.. secrets.SelectMany(Forms).Distinct()];

    /// <exception cref="WrongAnswerException">One is there.</exception>
    public void AreNotIn(string text, string where)
    {
        foreach (var form in _forms)
        {
            if (text.Contains(form, StringComparison.Ordinal))
                throw new WrongAnswerException($"{where} holds a secret");
        }
    }

    private static IEnumerable<string> Forms(string secret)
    {
        var (bytes, wide) = (Encoding.UTF8.GetBytes(secret), Encoding.Unicode.GetBytes(secret));
        return
        [
            secret, Convert.ToHexStringLower(bytes), Convert.ToHexString(bytes), Convert.ToHexStringLower(wide), Convert.ToHexString(wide),
            Convert.ToBase64String(bytes.AsSpan(0, bytes.Length / 3 * 3)), Convert.ToBase64String(wide.AsSpan(0, wide.Length / 3 * 3)),
        ];
    }
}
