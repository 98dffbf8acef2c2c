using System.Collections.Frozen;

namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>
/// Event Viewer's labels in the languages that were met or are common; other languages are read through their XML. Those beside
/// English are from memory.
/// </summary>
internal static class EventViewerLabels
{
    private static readonly FrozenDictionary<string, EventViewerField> Fields = new Dictionary<string, EventViewerField>(StringComparer.OrdinalIgnoreCase)
    {
        ["Log Name"] = EventViewerField.LogName,
        ["Protokollname"] = EventViewerField.LogName,
        ["Nom du journal"] = EventViewerField.LogName,
        ["Nome registro"] = EventViewerField.LogName,
        ["Nombre de registro"] = EventViewerField.LogName,
        ["Nome do Log"] = EventViewerField.LogName,
        ["Logboeknaam"] = EventViewerField.LogName,
        ["Source"] = EventViewerField.Source,
        ["Quelle"] = EventViewerField.Source,
        ["Origine"] = EventViewerField.Source,
        ["Origen"] = EventViewerField.Source,
        ["Fonte"] = EventViewerField.Source,
        ["Bron"] = EventViewerField.Source,
        ["Date"] = EventViewerField.Date,
        ["Logged"] = EventViewerField.Date,
        ["Datum"] = EventViewerField.Date,
        ["Data"] = EventViewerField.Date,
        ["Fecha"] = EventViewerField.Date,
        ["Event ID"] = EventViewerField.EventId,
        ["EventID"] = EventViewerField.EventId,
        ["Ereignis-ID"] = EventViewerField.EventId,
        ["ID de l'événement"] = EventViewerField.EventId,
        ["ID événement"] = EventViewerField.EventId,
        ["ID evento"] = EventViewerField.EventId,
        ["Id. del evento"] = EventViewerField.EventId,
        ["Id. de evento"] = EventViewerField.EventId,
        ["Identificação do Evento"] = EventViewerField.EventId,
        ["Gebeurtenis-id"] = EventViewerField.EventId,
        ["Task Category"] = EventViewerField.TaskCategory,
        ["Aufgabenkategorie"] = EventViewerField.TaskCategory,
        ["Catégorie de la tâche"] = EventViewerField.TaskCategory,
        ["Categoria attività"] = EventViewerField.TaskCategory,
        ["Categoría de la tarea"] = EventViewerField.TaskCategory,
        ["Categoria da Tarefa"] = EventViewerField.TaskCategory,
        ["Taakcategorie"] = EventViewerField.TaskCategory,
        ["Task"] = EventViewerField.TaskCategory,
        ["Keyword"] = EventViewerField.Keywords,
        ["User Name"] = EventViewerField.UserName,
        ["Opcode"] = EventViewerField.Opcode,
        ["More Information"] = EventViewerField.MoreInformation,
        ["Level"] = EventViewerField.Level,
        ["Ebene"] = EventViewerField.Level,
        ["Niveau"] = EventViewerField.Level,
        ["Livello"] = EventViewerField.Level,
        ["Nivel"] = EventViewerField.Level,
        ["Nível"] = EventViewerField.Level,
        ["Keywords"] = EventViewerField.Keywords,
        ["Schlüsselwörter"] = EventViewerField.Keywords,
        ["Mots clés"] = EventViewerField.Keywords,
        ["Mots-clés"] = EventViewerField.Keywords,
        ["Parole chiave"] = EventViewerField.Keywords,
        ["Palabras clave"] = EventViewerField.Keywords,
        ["Palavras-chave"] = EventViewerField.Keywords,
        ["Trefwoorden"] = EventViewerField.Keywords,
        ["User"] = EventViewerField.User,
        ["Benutzer"] = EventViewerField.User,
        ["Utilisateur"] = EventViewerField.User,
        ["Utente"] = EventViewerField.User,
        ["Usuario"] = EventViewerField.User,
        ["Usuário"] = EventViewerField.User,
        ["Gebruiker"] = EventViewerField.User,
        ["Computer"] = EventViewerField.Computer,
        ["Ordinateur"] = EventViewerField.Computer,
        ["Equipo"] = EventViewerField.Computer,
        ["Computador"] = EventViewerField.Computer,
        ["Description"] = EventViewerField.Description,
        ["Beschreibung"] = EventViewerField.Description,
        ["Descrizione"] = EventViewerField.Description,
        ["Descripción"] = EventViewerField.Description,
        ["Descrição"] = EventViewerField.Description,
        ["Beschrijving"] = EventViewerField.Description,
        ["Event Xml"] = EventViewerField.EventXml,
        ["Ereignis-XML"] = EventViewerField.EventXml,
        ["XML de l'événement"] = EventViewerField.EventXml,
        ["XML événement"] = EventViewerField.EventXml,
        ["XML evento"] = EventViewerField.EventXml,
        ["Xml de evento"] = EventViewerField.EventXml,
        ["XML del evento"] = EventViewerField.EventXml,
        ["Gebeurtenis-XML"] = EventViewerField.EventXml,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Parts of the labels of the id in all languages, upright and with the blanks that do not break.</summary>
    public static IEnumerable<string> OfId =>
        new[] { "EventID", "Event ID", "Ereignis-ID", "nement", "ID evento", "del evento", "de evento", "do Evento", "Gebeurtenis-id" }
            .SelectMany(label => new[] { label, label.Replace(' ', '\u00A0') }).Distinct();

    private const int LongestLabel = 40;

    /// <returns>The field whose label begins a line, and the value after it; null for any other line.</returns>
    public static (EventViewerField Field, string Value)? Read(string line)
    {
        var text = line.AsSpan().Trim().TrimStart("> *|").TrimStart();
        var colon = text.IndexOf(':');
        if (colon is <= 0 or > LongestLabel)
            return null;
        var label = text[..colon].Trim(" \u00A0\u202F*").ToString().Replace('\u2019', '\'').Replace('\u00A0', ' ');
        if (!Fields.TryGetValue(label, out var field))
            return null;
        return (field, text[(colon + 1)..].Trim(" \t\u00A0\u202F*").ToString());
    }
}
