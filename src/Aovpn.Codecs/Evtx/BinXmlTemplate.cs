namespace Aovpn.Codecs.Evtx;

/// <summary>Parsed binary XML: a template of a chunk, or a fragment that is written out and has no substitutions.</summary>
internal sealed class BinXmlTemplate(List<BinXmlNode> nodes, bool isDamaged)
{
    public static readonly BinXmlTemplate Empty = new([], isDamaged: false);

    private XmlProgram? _xml;
    private SystemPlan? _system;

    public List<BinXmlNode> Nodes => nodes;

    public bool IsDamaged => isDamaged;

    public XmlProgram Xml => _xml ??= XmlProgram.Compile(nodes);

    public SystemPlan System => _system ??= SystemPlan.Of(nodes);

    /// <summary>What a filter said of the provider that the template names; null when it has not been asked.</summary>
    public bool? IsProviderWanted { get; set; }
}
