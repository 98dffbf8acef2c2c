using System.Collections.Immutable;

namespace Aovpn.Diagnosis.Model;

/// <summary>
/// A sentence for people with typed holes: <c>Message m = $"{Hole.Subject(name)} expired on {date}"</c>. Reports redact and
/// link by the type of a hole, never by pattern.
/// </summary>
public sealed class Message : IEquatable<Message>
{
    public Message(ImmutableArray<Hole> parts) => Parts = parts;

    /// <summary>Literal text and values in order; literal text is <see cref="HoleKind.Plain"/>.</summary>
    public ImmutableArray<Hole> Parts { get; }

    public static Message Of(MessageHandler text) => text.ToMessage();

    public bool Equals(Message? other) => other is not null && ToString() == other.ToString();

    public override bool Equals(object? obj) => Equals(obj as Message);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    public override string ToString() => string.Concat(Parts.Select(part => part.Text));
}
