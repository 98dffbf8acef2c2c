using Aovpn.Diagnosis.Evidence.PowerShell;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Settings;

/// <summary>
/// Reads auditpol /get, its list and its CSV (/r). The CSV has the subcategory's identifier; the list is translated, and read where the
/// command above asks for the identifier or the name is known.
/// </summary>
public sealed class AuditPolicyReader : IPassageReader
{
    private const int LinesToAnswer = 6;

    /// <summary>The subcategory in Windows' languages; all but English are unverified.</summary>
    private static readonly string[] NetworkPolicyServer = ["Network Policy Server", "Netzwerkrichtlinienserver", "Serveur NPS", "Server dei criteri di rete", "Servidor de directivas de redes"];

    private static readonly string[] None = ["No Auditing", "Keine Überwachung", "Pas d'audit", "Aucun audit", "Nessun controllo", "Sin auditoría"];

    private static readonly string[] Both = ["Success and Failure", "Erfolg und Fehler", "Succès et échec", "Operazioni riuscite e non riuscite", "Aciertos y errores"];

    private static readonly string[] Success = ["Success", "Erfolg", "Succès", "Operazioni riuscite", "Aciertos"];

    private static readonly string[] Failure = ["Failure", "Fehler", "Échec", "Operazioni non riuscite", "Errores"];

    public string Kind => "auditpol";

    public int Order => 136;

    public Anchors Anchors { get; } = Anchors.Of([.. None, .. Success, .. Failure]);

    public IEnumerable<Passage> Find(EvidenceText text)
    {
        var free = 1;
        for (var line = 1; line <= text.Lines.Length; line++)
        {
            if ((Row(text, line) ?? Listed(text, line)) is not { } found)
                continue;
            yield return found with { First = AboveHeading(text, free, line) };
            free = line + 1;
        }
    }

    /// <summary>Title, columns and category stand above, without an empty line between them.</summary>
    private static int AboveHeading(EvidenceText text, int free, int line)
    {
        var first = line;
        while (first > free && line - first < LinesToAnswer && !string.IsNullOrWhiteSpace(text[first - 1]) && PromptLine.Parse(text[first - 1]) is null)
            first--;
        return first;
    }

    /// <summary>Machine Name,Policy Target,Subcategory,Subcategory GUID,Inclusion Setting,Exclusion Setting.</summary>
    private static Passage? Row(EvidenceText text, int line) =>
        text[line].Contains('{') && text[line].Split(',') is [_, _, _, ['{', .. var id, '}'], var setting, ..] && Guid.TryParse(id, out var subcategory) && Setting(setting.Trim()) is { } audited
            ? Seen(text, line, subcategory.ToString(), audited) : null;

    private static Passage? Listed(EvidenceText text, int line)
    {
        const int Columns = 2;
        if (!text[line].StartsWith("  ", StringComparison.Ordinal))
            return null;
        var cells = text[line].Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (cells.Length != Columns || Setting(cells[1]) is not { } audited)
            return null;
        var isKnown = Array.Exists(NetworkPolicyServer, name => name.Equals(cells[0], StringComparison.OrdinalIgnoreCase)) || IsAskedFor(text, line);
        return isKnown ? Seen(text, line, AuditPolicySeen.NetworkPolicyServer, audited) : new(line, line, [], 0);
    }

    private static bool IsAskedFor(EvidenceText text, int line)
    {
        for (var above = line - 1; above >= Math.Max(1, line - LinesToAnswer); above--)
        {
            if (PromptLine.Parse(text[above]) is { } prompt)
                return prompt.Command.Contains(AuditPolicySeen.NetworkPolicyServer, StringComparison.OrdinalIgnoreCase);
        }

        return false;
    }

    private static Passage Seen(EvidenceText text, int line, string subcategory, (bool Success, bool Failure) audited) =>
        new(line, line, [new AuditPolicySeen(text.Cite(line), text.Artifact.Host, subcategory, audited.Success, audited.Failure)]);

    private static (bool Success, bool Failure)? Setting(string text) =>
        Is(None, text) ? (false, false) : Is(Both, text) ? (true, true) : Is(Success, text) ? (true, false) : Is(Failure, text) ? (false, true) : null;

    private static bool Is(string[] words, string text) => Array.Exists(words, word => word.Equals(text, StringComparison.OrdinalIgnoreCase));
}
