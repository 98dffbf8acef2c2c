using System.Net;

namespace Aovpn.Probes.Steps.Inside;

/// <summary>What to ask inside a tunnel that stands. A closed set.</summary>
public abstract record InsideQuestion
{
    private InsideQuestion()
    {
    }

    /// <summary>An echo request.</summary>
    public sealed record Ping(IPAddress Target) : InsideQuestion
    {
        public override string ToString() => $"ping {Target}";
    }

    /// <summary>An address of a name, asked of the resolvers that the gateway gave.</summary>
    public sealed record Resolve(string Name) : InsideQuestion
    {
        public override string ToString() => $"look {Name} up";
    }

    /// <summary>A TCP connection, closed at once. A name is looked up inside.</summary>
    public sealed record Connect(string Host, int Port) : InsideQuestion
    {
        public override string ToString() => FormattableString.Invariant($"connect to TCP {Port} of {Host}");
    }
}
