namespace Aovpn.Diagnosis.Evidence;

/// <summary>
/// Finds and reads the passages of one kind in a text that may hold several: a ticket with an event, a listing and a sentence. What
/// no passage claims is read as a person's words.
/// </summary>
public interface IPassageReader
{
    /// <summary>The kind in kebab case, as JSON and page examples name it: <c>certutil</c>.</summary>
    string Kind { get; }

    /// <summary>
    /// Readers run from low to high; lines that one has claimed are blank to the next. Structured forms (XML) are below 100, labelled
    /// listings 100 to 199, loose single lines 200 and above.
    /// </summary>
    int Order { get; }

    /// <summary>What no passage of this kind is without. Texts that have none of it are never shown to the reader.</summary>
    Anchors Anchors { get; }

    /// <summary>
    /// Passages, none when there is nothing of this kind. In any order, and two may share a line: <see cref="EvidenceReading.Passages"/> puts that right. Nothing
    /// is thrown for bad content.
    /// </summary>
    IEnumerable<Passage> Find(EvidenceText text);
}
