using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Pages;

namespace Aovpn.Diagnosis.Catalogue;

/// <summary>The code pages of this assembly. A page is read when it is asked for by its name; asking for a symptom reads all, which are few.</summary>
public static class CodePages
{
    private const string Prefix = "codes/";

    private static readonly Lazy<ImmutableArray<CodePage>> Every = new(() => [.. Names.Select(Read)]);

    public static ImmutableArray<CodePage> All => Every.Value;

    public static ImmutableArray<string> Names { get; } =
    [
        .. typeof(CodePages).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Whether a code has a page of its own.</summary>
    public static bool Has(Code code) => code.Family is CodeFamily.Windows && Names.Contains(code.ToString());

    public static CodePage? Find(Code code) => Has(code) ? Read(code.ToString()) : null;

    public static CodePage? Find(SymptomId symptom) => All.FirstOrDefault(page => page.Explains.Contains(new(symptom)));

    private static CodePage Read(string name) => CodePageReader.Read(name, EmbeddedPage.Bytes(typeof(CodePages).Assembly, Prefix + name));
}
