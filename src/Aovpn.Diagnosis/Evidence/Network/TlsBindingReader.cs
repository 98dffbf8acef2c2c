using System.Collections.Immutable;
using Aovpn.Diagnosis.Evidence.PowerShell;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Network;

/// <summary>
/// Reads netsh http show sslcert. Its labels are translated, its order is not: an endpoint with a port, a hash of 40 digits, an
/// application's identifier in braces.
/// </summary>
public sealed class TlsBindingReader : IPassageReader
{
    private const int LinesOfBinding = 30;
    private const int HashDigits = 40;
    private const int LongestLine = 1000;

    public string Kind => "http-sslcert";

    public int Order => 127;

    public Anchors Anchors { get; } = Anchors.Of(" : ");

    public IEnumerable<Passage> Find(EvidenceText text)
    {
        var bindings = ImmutableArray.CreateBuilder<TlsBinding>();
        var (first, last) = (0, 0);
        for (var line = 1; line <= text.Lines.Length; line++)
        {
            if (Binding(text, line) is not var (binding, end))
                continue;
            if (bindings.Count > 0 && line > last + LinesOfBinding)
            {
                yield return Passage(text, first, last, bindings.DrainToImmutable());
                first = 0;
            }

            bindings.Add(binding);
            (first, last) = (first == 0 ? line : first, end);
            line = end;
        }

        if (bindings.Count > 0)
            yield return Passage(text, first, last, bindings.DrainToImmutable());
    }

    private static Passage Passage(EvidenceText text, int first, int last, ImmutableArray<TlsBinding> bindings) =>
        new(AboveHeading(text, first), last, [new TlsBindingsListed(text.Cite(first, last), text.Artifact.Host, bindings)], bindings.Length);

    /// <summary>A heading and a rule of dashes stand above the first binding.</summary>
    private static int AboveHeading(EvidenceText text, int first)
    {
        var line = first - 1;
        while (line > 0 && string.IsNullOrWhiteSpace(text[line]))
            line--;
        return line > 1 && ListedTable.IsRule(text[line]) ? line - 1 : first;
    }

    private static (TlsBinding Binding, int Last)? Binding(EvidenceText text, int line)
    {
        if (Value(text[line]) is not { } endpoint || !IsEndpoint(endpoint))
            return null;

        string? hash = null, application = null;
        var fields = ImmutableDictionary<string, Locator>.Empty.Add(nameof(TlsBinding.Endpoint), new Locator.Lines(line));
        var last = line;
        for (var below = line + 1; below <= text.Lines.Length && below - line < LinesOfBinding; below++)
        {
            if (string.IsNullOrWhiteSpace(text[below]))
            {
                if (hash is null)
                    continue;
                break;
            }

            if (Value(text[below]) is not { } value || IsEndpoint(value))
                break;
            last = below;
            if (hash is null && value.Length == HashDigits && value.All(char.IsAsciiHexDigit))
                (hash, fields) = (value.ToLowerInvariant(), fields.SetItem(nameof(TlsBinding.Thumbprint), new Locator.Lines(below)));
            else if (application is null && value is ['{', .., '}'] && Guid.TryParse(value, out var id))
                (application, fields) = (id.ToString(), fields.SetItem(nameof(TlsBinding.ApplicationId), new Locator.Lines(below)));
        }

        return hash is null && application is null ? null : (new(text.Cite(line, last), endpoint, hash, application) { Fields = fields }, last);
    }

    /// <summary>Behind a colon with spaces around it: labels hold colons of their own ("IP:port").</summary>
    private static string? Value(string line)
    {
        if (line.Length > LongestLine)
            return null;
        var at = line.IndexOf(" : ", StringComparison.Ordinal);
        return at > 0 ? line[(at + 3)..].Trim() : null;
    }

    /// <summary>An address or a name, a colon and a port.</summary>
    private static bool IsEndpoint(string value)
    {
        var colon = value.LastIndexOf(':');
        return colon > 0 && ushort.TryParse(value.AsSpan(colon + 1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var port)
            && port > 0 && !value.AsSpan(0, colon).ContainsAny(' ', '\\', '/') && value.AsSpan(0, colon).IndexOfAny('.', ']', '*') >= 0;
    }
}
