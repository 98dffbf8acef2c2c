using System.Security.Cryptography;
using System.Text;

namespace Aovpn.Reports.Html;

/// <summary>
/// The shell of every page that the product writes: one file without anything to fetch, readable without script, in light and dark and on
/// paper. The content security policy lets nothing run or load but the style sheet and the script that are in it.
/// </summary>
public static class HtmlPage
{
    /// <param name="title">What the browser's tab says, in plain words.</param>
    /// <param name="body">Writes the main part; its first heading is an h1.</param>
    public static void Write(TextWriter output, string title, Action<HtmlWriter> body)
    {
        var (style, script) = (Own("page.css"), Own("page.js"));
        var html = new HtmlWriter(output);
        html.Doctype();
        using (html.Element("html", ("lang", "en")))
        {
            using (html.Element("head"))
            {
                html.Void("meta", ("charset", "utf-8"));
                html.Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", $"default-src 'none'; style-src {Hash(style)}; script-src {Hash(script)}; img-src data:; base-uri 'none'; form-action 'none'"));
                html.Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
                html.Void("meta", ("name", "color-scheme"), ("content", "light dark"));
                html.Void("meta", ("name", "referrer"), ("content", "no-referrer"));
                html.Void("link", ("rel", "icon"), ("href", "data:,"));
                output.WriteLine();
                html.Element("title", title);
                html.Own("style", style);
            }

            using (html.Element("body"))
            {
                using (html.Element("main"))
                    body(html);
                html.Own("script", script);
            }
        }

        output.WriteLine();
    }

    private static string Hash(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";

    /// <summary>Line ends are fixed, so that the hash is that of the bytes which the browser sees.</summary>
    private static string Own(string name)
    {
        using var reader = new StreamReader(typeof(HtmlPage).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"the program lacks its own {name}"));
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
