using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Aovpn.Diagnosis.Evidence.Certificates;
using Aovpn.Diagnosis.Evidence.Profiles;
using Aovpn.Diagnosis.Model;
using Aovpn.Probes.Sessions.Eap;

namespace Aovpn.Cli.Probing;

/// <summary>Passwords, certificates and roots from where the user keeps them. A password never comes from the command line, where others can read it.</summary>
internal static class ProbeCredentials
{
    /// <exception cref="UsageException">The file or variable is not there, or nobody is there to be asked.</exception>
    public static Secret Password(ProbeArguments arguments)
    {
        if (arguments.PasswordFile is { } file)
            return new(FirstLine(file));
        if (arguments.PasswordVariable is { } variable)
            return new(Environment.GetEnvironmentVariable(variable) ?? throw new UsageException($"the environment variable {variable}, which --password-env names, is not set."));
        if (Console.IsInputRedirected)
            throw new UsageException("the method needs a password: name --password-file or --password-env, or run in a terminal to be asked.");

        return Asked($"Password of {arguments.Identity}");
    }

    /// <exception cref="UsageException">The file or variable is not there, or nobody is there to be asked.</exception>
    public static Secret SharedSecret(RadiusArguments arguments)
    {
        if (arguments.SecretFile is { } file)
            return new(FirstLine(file));
        if (arguments.SecretVariable is { } variable)
            return new(Environment.GetEnvironmentVariable(variable) ?? throw new UsageException($"the environment variable {variable}, which --secret-env names, is not set."));
        return Console.IsInputRedirected
            ? throw new UsageException("RADIUS needs the secret that the VPN server and the RADIUS server share: name --secret-file or --secret-env, or run in a terminal to be asked.")
            : Asked("Shared secret");
    }

    /// <exception cref="UsageException">The file or variable is not there, or holds nothing.</exception>
    public static Secret PreSharedKey(ProbeArguments arguments)
    {
        var value = arguments.PskFile is { } file
            ? FirstLine(file)
            : Environment.GetEnvironmentVariable(arguments.PskVariable!) ?? throw new UsageException($"the environment variable {arguments.PskVariable}, which --psk-env names, is not set.");
        return value.Length > 0 ? new(value) : throw new UsageException($"{arguments.PskFile ?? arguments.PskVariable} holds no pre-shared key in its first line.");
    }

    /// <summary>That of a ProfileXML's L2tpPsk; null where it has none.</summary>
    /// <exception cref="UsageException">The file cannot be read.</exception>
    public static Secret? PreSharedKeyOfProfile(string path)
    {
        const long LongestProfile = 16 << 20;
        try
        {
            // Profiles in an archive or from standard input are read once, and not for their secrets.
            return File.Exists(path) && new FileInfo(path).Length <= LongestProfile && ProfilePreSharedKey.In(File.ReadAllText(path)) is { } key ? new(key) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} cannot be read: {error.Message}");
        }
    }

    /// <summary>PFX, PEM with the leaf first, or one of this machine's stores.</summary>
    /// <exception cref="UsageException">It cannot be read, or has no private key.</exception>
    public static ClientCertificate Certificate(ProbeArguments arguments)
    {
        var path = arguments.Certificate!;
        if (StoreCertificate.IsNamedBy(path))
        {
            return arguments.Key is null && arguments.CertificatePasswordFile is null
                ? StoreCertificate.Find(path)
                : throw new UsageException($"--certificate {path}: the store holds the key. --key and --certificate-password-file are for files; leave them out.");
        }

        var password = arguments.CertificatePasswordFile is { } file ? FirstLine(file) : null;
        try
        {
            var bytes = File.ReadAllBytes(path);
            return bytes is [(byte)'-', ..] || bytes.AsSpan().IndexOf("-----BEGIN"u8) >= 0
                ? Pem(path, arguments.Key ?? path, password)
                : Pkcs12(path, bytes, password);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} cannot be read: {error.Message}");
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException)
        {
            throw new UsageException($"{path} holds no certificate with a private key that can be used: {error.Message} A password comes from --certificate-password-file, a separate key from --key.");
        }
    }

    /// <summary>The roots of a PEM file, or of this machine.</summary>
    /// <exception cref="UsageException">The file cannot be read, or holds no certificate.</exception>
    public static (ImmutableArray<ImmutableArray<byte>> Roots, string From) Roots(string? path)
    {
        if (path is null)
        {
            using var store = new X509Store(StoreName.Root, StoreLocation.LocalMachine);
            store.Open(OpenFlags.ReadOnly);
            return ([.. store.Certificates.Select(one => ImmutableArray.Create(one.RawData))], "the trusted roots of this machine");
        }

        try
        {
            var certificates = PemCertificates(File.ReadAllText(path));
            return certificates.IsEmpty
                ? throw new UsageException($"{path} holds no certificate in PEM form (-----BEGIN CERTIFICATE-----).")
                : (certificates, path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new UsageException($"{path} cannot be read: {error.Message}");
        }
    }

    /// <exception cref="CryptographicException">One of them is damaged.</exception>
    private static ImmutableArray<ImmutableArray<byte>> PemCertificates(string text)
    {
        var nowhere = new Citation(new Artifact("roots"), Locator.All);
        var found = ImmutableArray.CreateBuilder<ImmutableArray<byte>>();
        for (var rest = text.AsSpan(); PemEncoding.TryFind(rest, out var fields); rest = rest[fields.Location.End..])
        {
            if (rest[fields.Label] is not "CERTIFICATE")
                continue;
            var encoded = Convert.FromBase64String(rest[fields.Base64Data].ToString());
            if (EncodedCertificate.Read(nowhere, encoded) is null)
                throw new CryptographicException($"its certificate number {found.Count + 1} is damaged. Export it again, or take it out of the file.");
            found.Add([.. encoded]);
        }

        return found.DrainToImmutable();
    }

    /// <summary>Asks in the terminal, without an echo.</summary>
    private static Secret Asked(string what)
    {
        Console.Error.Write(what + ": ");
        var typed = new System.Text.StringBuilder();
        for (var pressed = Console.ReadKey(intercept: true); pressed.Key is not ConsoleKey.Enter; pressed = Console.ReadKey(intercept: true))
        {
            if (pressed.Key is ConsoleKey.Backspace)
                typed.Length = Math.Max(0, typed.Length - 1);
            else if (pressed.KeyChar != '\0')
                typed.Append(pressed.KeyChar);
        }

        Console.Error.WriteLine();
        return new(typed.ToString());
    }

    private static ClientCertificate Pem(string path, string keyPath, string? password)
    {
        var chain = new X509Certificate2Collection();
        chain.ImportFromPemFile(path);
        var leaf = password is null ? X509Certificate2.CreateFromPemFile(path, keyPath) : X509Certificate2.CreateFromEncryptedPemFile(path, password, keyPath);
        return Of(leaf, chain);
    }

    private static ClientCertificate Pkcs12(string path, byte[] bytes, string? password)
    {
        var chain = X509CertificateLoader.LoadPkcs12Collection(bytes, password);
        return chain.FirstOrDefault(one => one.HasPrivateKey) is { } leaf ? Of(leaf, chain) : throw new CryptographicException($"{path} has no private key.");
    }

    private static ClientCertificate Of(X509Certificate2 leaf, X509Certificate2Collection all)
    {
        AsymmetricAlgorithm key = leaf.GetRSAPrivateKey() ?? (AsymmetricAlgorithm?)leaf.GetECDsaPrivateKey() ?? throw new CryptographicException("The key is neither RSA nor ECDSA.");
        return new([[.. leaf.RawData], .. all.Where(one => one.Thumbprint != leaf.Thumbprint && one.Subject != one.Issuer).Select(one => ImmutableArray.Create(one.RawData))], key);
    }

    private static string FirstLine(string path)
    {
        try
        {
            return File.ReadLines(path).FirstOrDefault() ?? "";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} cannot be read: {error.Message}");
        }
    }
}
