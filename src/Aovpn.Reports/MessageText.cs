using Aovpn.Diagnosis.Evidence.Secrets;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Reports;

/// <summary>The one place where values inside of messages become text: what hides names does so here.</summary>
public sealed class MessageText(Func<Hole, string> text)
{
    public static readonly MessageText AsWritten = new(hole => hole.Text);

    /// <summary>A value of the evidence, in which a secret may stand where nobody expects one: a command line in the place of a name.</summary>
    public string Of(Hole value) => VisibleText.Of(text(value with { Text = new SecretBlanker().Line(value.Text) }));

    public string Of(Message message) => string.Concat(message.Parts.Select(Of));

    public string User(string name) => Of(Hole.User(name));

    public string Artifact(Artifact artifact) => Of(Hole.Path(artifact.Name));

    public string HostName(string name) => Of(Hole.Host(name));

    /// <summary>A sentence or command that the product wrote, in which values of the evidence may stand.</summary>
    public string Words(string sentence) => VisibleText.Of(text(Hole.Plain(sentence)));

    /// <summary>An excerpt is a stranger's text: its values are found by whoever hides them.</summary>
    public string Excerpt(string line) => Of(Hole.Plain(line));
}
