using System.Globalization;

namespace Aovpn.Diagnosis.Model;

/// <summary>A value in a message, typed. A plain string has no place in a message: it has to say here what it is.</summary>
public readonly record struct Hole(HoleKind Kind, string Text)
{
    public static Hole User(string name) => new(HoleKind.User, name);

    public static Hole Host(string name) => new(HoleKind.Host, name);

    public static Hole Address(string address) => new(HoleKind.Address, address);

    public static Hole Thumbprint(string hexadecimal) => new(HoleKind.Thumbprint, hexadecimal);

    public static Hole Subject(string distinguishedName) => new(HoleKind.Subject, distinguishedName);

    public static Hole Path(string path) => new(HoleKind.Path, path);

    /// <summary>Text from a closed vocabulary or a standard: a protocol, an OID, a cmdlet, an element's name.</summary>
    public static Hole Plain(string text) => new(HoleKind.Plain, text);

    public override string ToString() => Text.ToString(CultureInfo.InvariantCulture);
}
