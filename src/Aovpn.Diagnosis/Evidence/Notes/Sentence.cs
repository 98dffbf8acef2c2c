using System.Collections.Immutable;

namespace Aovpn.Diagnosis.Evidence.Notes;

/// <summary>Words up to a full stop, the end of a list item or an empty line.</summary>
/// <param name="Paragraph">Sentences with the same number follow each other without an empty line.</param>
internal sealed record Sentence(ImmutableArray<Word> Words, bool IsQuestion, int Paragraph);
