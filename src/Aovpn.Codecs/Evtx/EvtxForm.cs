namespace Aovpn.Codecs.Evtx;

/// <summary>How records are written out.</summary>
public enum EvtxForm
{
    /// <summary>One Event element a line, without a declaration and without a root.</summary>
    Xml,

    /// <summary>One JSON object a line.</summary>
    JsonLines,
}
