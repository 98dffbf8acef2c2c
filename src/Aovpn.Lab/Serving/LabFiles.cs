using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Cryptography;
using System.Security.Principal;
using System.Text;
using Aovpn.Lab.Certificates;
using Aovpn.Lab.Deployment;

namespace Aovpn.Lab.Serving;

/// <summary>What a client of the lab needs, as files that only this user can read: deleted when the lab ends.</summary>
public sealed class LabFiles : IDisposable
{
    public const string Root = "lab-root.pem", UserCertificate = "user.pem", UserKey = "user.key", MachineCertificate = "machine.pem", MachineKey = "machine.key";
    public const string Password = "password.txt", RadiusSecret = "radius-secret.txt";

    private readonly List<string> _written = [];
    private readonly bool _isOwn;

    /// <param name="folder">Made where it is not there; null for a temporary one.</param>
    /// <exception cref="IOException">The folder cannot be made, or has a file of such a name already.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not write there.</exception>
    public LabFiles(LabDeployment deployment, string? folder)
    {
        _isOwn = folder is null || !Directory.Exists(folder);
        Folder = folder is null ? Directory.CreateTempSubdirectory("aovpn-lab-").FullName : Made(folder);
        try
        {
            var client = deployment.Client;
            Write(Root, PemEncoding.WriteString("CERTIFICATE", client.Root.AsSpan()));
            Write(client.UserCertificate, UserCertificate, UserKey);
            Write(client.MachineCertificate, MachineCertificate, MachineKey);
            Write(Password, client.Password);
            Write(RadiusSecret, deployment.Radius.Secret);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Its full path.</summary>
    public string Folder { get; }

    public string PathOf(string name) => Path.Combine(Folder, name);

    public void Dispose()
    {
        foreach (var file in _written)
            File.Delete(file);
        if (_isOwn && Directory.Exists(Folder) && !Directory.EnumerateFileSystemEntries(Folder).Any())
            Directory.Delete(Folder);
    }

    private static string Made(string folder)
    {
        const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        return OperatingSystem.IsWindows() || Directory.Exists(folder) ? Directory.CreateDirectory(folder).FullName : Directory.CreateDirectory(folder, Own).FullName;
    }

    private void Write(LabCertificate? certificate, string chainName, string keyName)
    {
        if (certificate is null)
            return;
        Write(chainName, string.Join('\n', certificate.Chain.Select(der => PemEncoding.WriteString("CERTIFICATE", der.AsSpan()))));
        Write(keyName, certificate.Key.ExportPkcs8PrivateKeyPem());
    }

    private void Write(string name, string text)
    {
        var path = PathOf(name);
        using var stream = OperatingSystem.IsWindows() ? OnWindows(path) : new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        _written.Add(path);
        stream.Write(Encoding.UTF8.GetBytes(text + "\n"));
    }

    /// <summary>With an access control list of one entry, and none inherited.</summary>
    [SupportedOSPlatform("windows")]
    private static FileStream OnWindows(string path)
    {
        using var user = WindowsIdentity.GetCurrent();
        var security = new FileSecurity();
        security.SetAccessRuleProtection(isProtected: true, preserveInheritance: false);
        security.AddAccessRule(new FileSystemAccessRule(user.User!, FileSystemRights.FullControl, AccessControlType.Allow));
        return new FileInfo(path).Create(FileMode.CreateNew, FileSystemRights.FullControl, FileShare.None, 4096, FileOptions.None, security);
    }
}
