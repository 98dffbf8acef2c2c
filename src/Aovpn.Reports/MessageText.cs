using Aovpn.Diagnosis.Model;

namespace Aovpn.Reports;

/// <summary>The one place where values inside of messages become text: what hides names does so here.</summary>
public sealed class MessageText(Func<Hole, string> text)
{
    public static readonly MessageText AsWritten = new(hole => hole.Text);

    public string Of(Hole value) => VisibleText.Of(text(value));

    public string Of(Message message) => string.Concat(message.Parts.Select(Of));

    public string User(string name) => Of(Hole.User(name));

    public string Artifact(Artifact artifact) => Of(Hole.Path(artifact.Name));

    public string HostName(string name) => Of(Hole.Host(name));

    /// <summary>A sentence or command that the product wrote, in which values of the evidence may stand.</summary>
    public string Words(string sentence) => Of(Hole.Plain(sentence));

    /// <summary>An excerpt is a stranger's text: its values are found by whoever hides them.</summary>
    public string Excerpt(string line) => Of(Hole.Plain(line));
}
