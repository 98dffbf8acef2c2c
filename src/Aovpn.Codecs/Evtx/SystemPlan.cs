namespace Aovpn.Codecs.Evtx;

/// <summary>Where a template has the fields of <c>Event/System</c>: in its own text, or in which of its substitutions. So records are chosen without rendering.</summary>
internal sealed class SystemPlan
{
    public const int Fields = (int)EvtxField.UserId + 1;

    private readonly (int Index, string? Text)[] _places = new (int, string?)[Fields];

    private SystemPlan() => Array.Fill(_places, (-1, null));

    public bool HasSystem { get; private set; }

    public (int Index, string? Text) this[EvtxField field] => _places[(int)field];

    public static SystemPlan Of(List<BinXmlNode> nodes)
    {
        var plan = new SystemPlan();
        var path = new List<string>();
        for (var at = 0; at < nodes.Count; at++)
        {
            var node = nodes[at];
            switch (node.Kind)
            {
                case BinXmlNodeKind.OpenElement:
                    path.Add(node.Text);
                    plan.HasSystem |= path is ["Event", "System"];
                    break;

                case BinXmlNodeKind.Attribute when path is ["Event", "System", _]:
                    plan.Add(OfAttribute(path[2], node.Text), nodes, at + 1);
                    break;

                case BinXmlNodeKind.CloseStart when path is ["Event", "System", _]:
                    plan.Add(OfElement(path[2]), nodes, at + 1);
                    break;

                case BinXmlNodeKind.EndElement or BinXmlNodeKind.EndEmptyElement:
                    path.RemoveAt(path.Count - 1);
                    if (plan.HasSystem && path.Count < 2)
                        return plan;
                    break;

                default:
                    break;
            }
        }

        return plan;
    }

    private void Add(EvtxField? field, List<BinXmlNode> nodes, int at)
    {
        if (field is not { } known || at >= nodes.Count || _places[(int)known] is not (-1, null))
            return;
        if (nodes[at].Kind == BinXmlNodeKind.Substitution)
            _places[(int)known] = (nodes[at].Index, null);
        else if (nodes[at].Kind == BinXmlNodeKind.Text)
            _places[(int)known] = (-1, nodes[at].Text);
    }

    private static EvtxField? OfElement(string element) => element switch
    {
        "EventID" => EvtxField.EventId,
        "Version" => EvtxField.Version,
        "Level" => EvtxField.Level,
        "Task" => EvtxField.Task,
        "Opcode" => EvtxField.Opcode,
        "Keywords" => EvtxField.Keywords,
        "EventRecordID" => EvtxField.EventRecordId,
        "Channel" => EvtxField.Channel,
        "Computer" => EvtxField.Computer,
        _ => null,
    };

    private static EvtxField? OfAttribute(string element, string attribute) => (element, attribute) switch
    {
        ("Provider", "Name") => EvtxField.ProviderName,
        ("Provider", "Guid") => EvtxField.ProviderGuid,
        ("Provider", "EventSourceName") => EvtxField.EventSourceName,
        ("EventID", "Qualifiers") => EvtxField.Qualifiers,
        ("TimeCreated", "SystemTime") => EvtxField.TimeCreated,
        ("Correlation", "ActivityID") => EvtxField.ActivityId,
        ("Correlation", "RelatedActivityID") => EvtxField.RelatedActivityId,
        ("Execution", "ProcessID") => EvtxField.ProcessId,
        ("Execution", "ThreadID") => EvtxField.ThreadId,
        ("Security", "UserID") => EvtxField.UserId,
        _ => null,
    };
}
