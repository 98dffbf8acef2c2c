namespace Aovpn.Diagnosis.Model;

/// <summary>Raw input as found: a file, an entry of an archive, standard input, a probe's transcript.</summary>
/// <param name="Name">How the user would find it again: a relative path, <c>bundle.zip/client/note.txt</c>, <c>standard input</c>.</param>
/// <param name="Host">The machine it came from, as far as its place or <c>--host</c> says; readers may learn more from content.</param>
public sealed record Artifact(string Name, Host Host)
{
    public Artifact(string name)
        : this(name, Host.Unknown)
    {
    }
}
