using System.Runtime.CompilerServices;

namespace Aovpn.Tests.Evidence.Profiles;

/// <summary>The samples in <c>tests/samples/profile</c>.</summary>
internal static class ProfileSamples
{
    public static readonly string[] Names =
        ["user-tunnel.xml", "device-tunnel.xml", "eap-host-config.xml", "wmi-console.txt", "wmi-narrow.txt", "VPN_Profile.ps1"];

    public static byte[] Bytes(string name, [CallerFilePath] string source = "") =>
        File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(source)!, "..", "..", "..", "samples", "profile", name));

    public static string Text(string name) => System.Text.Encoding.UTF8.GetString(Bytes(name));
}
