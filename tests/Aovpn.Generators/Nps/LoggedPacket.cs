namespace Aovpn.Generators.Nps;

/// <summary>What one record of a log says, before any format. Filled anew for each record.</summary>
internal sealed class LoggedPacket
{
    private readonly List<(LoggedAttribute Attribute, string Value)> _attributes = new(40);

    public DateTime Time { get; private set; }

    public string Server { get; private set; } = "";

    public string NasAddress { get; private set; } = "";

    public string User { get; private set; } = "";

    public IReadOnlyList<(LoggedAttribute Attribute, string Value)> Attributes => _attributes;

    public void Begin(DateTime time, string server, string nasAddress, string user)
    {
        (Time, Server, NasAddress, User) = (time, server, nasAddress, user);
        _attributes.Clear();
    }

    public void Add(LoggedAttribute attribute, string value)
    {
        if (value.Length > 0)
            _attributes.Add((attribute, value));
    }

    /// <summary>A packet's attributes have no order; a reader that counts on one is found out.</summary>
    public void Shuffle(Random random)
    {
        for (var last = _attributes.Count - 1; last > 0; last--)
        {
            var other = random.Next(last + 1);
            (_attributes[last], _attributes[other]) = (_attributes[other], _attributes[last]);
        }
    }
}
