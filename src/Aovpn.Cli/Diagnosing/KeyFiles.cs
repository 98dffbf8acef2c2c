using Aovpn.Codecs.Ike.Keys;

namespace Aovpn.Cli.Diagnosing;

/// <summary>The files that <c>--keys</c> names. Nothing in them is ever printed.</summary>
internal static class KeyFiles
{
    /// <param name="error">Is told of lines that are no keys.</param>
    /// <exception cref="UsageException">A file cannot be read, or holds no keys.</exception>
    public static IkeKeyFile Of(IEnumerable<string> paths, TextWriter error)
    {
        var all = IkeKeyFile.None;
        foreach (var path in paths)
        {
            var read = Read(path);
            if (read.Sas.IsEmpty)
                throw new UsageException($"--keys {path} holds no keys of an IKE SA. Wireshark's ikev2_decryption_table is meant, or a transcript of 'aovpn probe --keys'.");
            if (!read.Unread.IsEmpty)
                error.WriteLine($"aovpn: --keys {path}: line {string.Join(", ", read.Unread.Take(MostNamed))}{(read.Unread.Length > MostNamed ? " and more" : "")}: no row of keys, or an algorithm that this program does not have. The other rows are used.");
            all = new(all.Sas.AddRange(read.Sas), []);
        }

        return all;
    }

    private const int MostNamed = 5;

    private static IkeKeyFile Read(string path)
    {
        try
        {
            using var file = new StreamReader(path);
            return IkeKeyFile.Read(file);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--keys {path} cannot be read: {problem.Message}");
        }
    }
}
