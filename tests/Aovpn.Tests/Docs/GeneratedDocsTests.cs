using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Aovpn.Diagnosis.Rules;

namespace Aovpn.Tests.Docs;

/// <summary>docs/ says what the program says. UPDATE_DOCS=1, which dev.cs docs sets, writes the files anew.</summary>
public sealed class GeneratedDocsTests
{
    private const string Advice = "run: dotnet run dev.cs -- docs";

    [Fact]
    public void Generated_pages_are_those_in_docs()
    {
        var written = GeneratedDocs.All(RuleBook.Default).ToArray();
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
            Write(written);

        var stale = written.Where(one => !File.Exists(At(one.Path)) || File.ReadAllText(At(one.Path)).ReplaceLineEndings("\n") != one.Text).Select(one => one.Path)
            .Concat(Lying().Except(written.Select(one => At(one.Path)))).ToArray();
        Assert.True(stale.Length == 0, $"{stale.Length} generated pages differ from what the rules and catalogues say ({string.Join(", ", stale.Take(5))}); {Advice}");
    }

    [Fact]
    public void Links_between_generated_pages_lead_somewhere()
    {
        var pages = GeneratedDocs.All(RuleBook.Default).ToDictionary(one => At(one.Path), one => one.Text, StringComparer.Ordinal);
        foreach (var (path, text) in pages)
        {
            foreach (Match link in Regex.Matches(text, @"\]\((?<to>[\w./-]+\.md)\)", RegexOptions.None, TimeSpan.FromSeconds(2)))
                Assert.True(pages.ContainsKey(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, link.Groups["to"].Value))), $"{path} links to {link.Groups["to"].Value}");
        }
    }

    private static void Write((string Path, string Text)[] written)
    {
        foreach (var stale in Lying())
            File.Delete(stale);
        foreach (var (path, text) in written)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
            File.WriteAllText(At(path), text);
        }
    }

    private static IEnumerable<string> Lying() => GeneratedDocs.Folders.Select(At).Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*.md"));

    private static string At(string below) => Path.Combine(Docs(), below.Replace('/', Path.DirectorySeparatorChar));

    private static string Docs([CallerFilePath] string source = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "..", "..", "..", "docs"));
}
