namespace Aovpn.Diagnosis.Evidence.Notes;

/// <summary>How freely a word of a phrase is matched.</summary>
internal enum PhraseWordForm
{
    Inflected,
    Exact,
    Stem,
    Number,
}
