using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Aovpn.Probes.Sessions.Eap;

namespace Aovpn.Cli.Probing;

/// <summary>A certificate of this machine's stores, named as <c>store:THUMBPRINT</c>. Its key stays where it is, and signs there: it may be one that cannot be exported.</summary>
internal static class StoreCertificate
{
    public const string Prefix = "store:";

    /// <summary>SHA-1 in hexadecimal digits.</summary>
    private const int ThumbprintLength = 40;

    private const string Searched = "the personal stores of this user (CurrentUser\\My) and of this machine (LocalMachine\\My)";

    public static bool IsNamedBy(string certificate) => certificate.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    /// <exception cref="UsageException">The name is no thumbprint, no store has it, or its key is not there or not to be used.</exception>
    public static ClientCertificate Find(string name)
    {
        var thumbprint = Thumbprint(name);
        var found = new[] { StoreLocation.CurrentUser, StoreLocation.LocalMachine }.SelectMany(location => In(location, thumbprint)).ToArray();
        if (found.Length == 0)
            throw new UsageException($"no certificate with the thumbprint {thumbprint} is in {Searched}.");
        var leaf = Array.Find(found, one => one.HasPrivateKey)
            ?? throw new UsageException($"the certificate with the thumbprint {thumbprint} is in the store without its private key. Import it again with the key, or name another.");
        try
        {
            AsymmetricAlgorithm key = leaf.GetRSAPrivateKey() ?? (AsymmetricAlgorithm?)leaf.GetECDsaPrivateKey()
                ?? throw new UsageException($"the key of the certificate with the thumbprint {thumbprint} is neither RSA nor ECDSA.");
            return new([[.. leaf.RawData], .. Issuers(leaf)], key);
        }
        catch (CryptographicException error)
        {
            throw new UsageException($"the key of the certificate with the thumbprint {thumbprint} cannot be used: {error.Message} Keys of the machine's store are for administrators.");
        }
    }

    /// <summary>As people copy it: with spaces or colons, and with the invisible mark before it in Windows' dialog.</summary>
    private static string Thumbprint(string name)
    {
        var digits = string.Concat(name[Prefix.Length..].Where(one => one is not (' ' or ':' or '\u200e'))).ToUpperInvariant();
        return digits.Length == ThumbprintLength && digits.All(char.IsAsciiHexDigit)
            ? digits
            : throw new UsageException($"--certificate {name}: write store: and the certificate's thumbprint, {ThumbprintLength} hexadecimal digits.");
    }

    /// <summary>Empty where the system has no such store, or does not open it.</summary>
    private static X509Certificate2[] In(StoreLocation location, string thumbprint)
    {
        try
        {
            using var store = new X509Store(StoreName.My, location);
            store.Open(OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
            return [.. store.Certificates.Find(X509FindType.FindByThumbprint, thumbprint, validOnly: false)];
        }
        catch (Exception error) when (error is CryptographicException or PlatformNotSupportedException)
        {
            return [];
        }
    }

    /// <summary>Those between the certificate and its root, as far as this machine has them. Nothing is fetched.</summary>
    private static IEnumerable<ImmutableArray<byte>> Issuers(X509Certificate2 leaf)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.AllFlags;
        chain.Build(leaf);
        return [.. chain.ChainElements.Skip(1).Select(element => element.Certificate).Where(one => one.Subject != one.Issuer).Select(one => ImmutableArray.Create(one.RawData))];
    }
}
