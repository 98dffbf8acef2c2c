using System.Reflection;

namespace Aovpn.Diagnosis.Pages;

/// <summary>A page, or the index of pages, as it lies in an assembly.</summary>
internal static class EmbeddedPage
{
    /// <param name="name">Of a resource that the assembly has.</param>
    public static byte[] Bytes(Assembly assembly, string name)
    {
        using var page = assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[page.Length];
        page.ReadExactly(bytes);
        return bytes;
    }
}
