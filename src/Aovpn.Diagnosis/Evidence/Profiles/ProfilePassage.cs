using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Profiles;

/// <summary>Reads the VPNProfile that begins at a place of a text, and says what is wrong with its XML.</summary>
internal sealed class ProfilePassage(EvidenceText evidence, MappedText text)
{
    public const string Root = "VPNProfile";

    /// <summary>How far a profile without an end may reach.</summary>
    private const int LongestProfile = 2_000_000;

    /// <param name="offset">Of <c>&lt;VPNProfile</c>.</param>
    /// <param name="last">The last line of it.</param>
    /// <returns>Empty when what stands there is a mention of the element rather than a profile.</returns>
    public ImmutableArray<Observation> Read(int offset, ProfileForm form, Host about, string? name, out int last)
    {
        last = 0;
        var limit = Limit(offset);
        var scanner = new MarkupScanner(text.Text[..limit], ProfileContent.UnderRoot);
        if (scanner.Scan(offset) is not { } root || !root.Is(Root) || root.Children.Count == 0)
            return [];

        var end = root.Closed ? root.End : LastMarkup(root);
        root.End = end;
        last = text.LineAt(Math.Max(end - 1, offset));
        var source = evidence.Cite(text.LineAt(offset));
        var profile = new ProfileContent(evidence, text).Read(root, form, source, about, name);
        if (WellFormedness.Check(text.Text, offset, end) is not { } noticed)
            return [profile];

        var mend = new Locator.Lines(text.LineAt(scanner.LeftOpen?.Offset ?? noticed));
        return [profile with { IsWellFormed = false, Fields = profile.Fields.SetItem(nameof(ProfileRead.IsWellFormed), mend) }, Malformed(scanner.LeftOpen, noticed, end)];
    }

    private int Limit(int offset)
    {
        var limit = Math.Min(text.Text.Length, offset + LongestProfile);
        var next = text.Text.AsSpan(offset + 1, limit - offset - 1).IndexOf("<" + Root, StringComparison.OrdinalIgnoreCase);
        return next < 0 ? limit : offset + 1 + next;
    }

    /// <summary>A root without an end reaches to the end of the last element in it; prose may follow.</summary>
    private static int LastMarkup(MarkupElement root) => root.Everything().Where(element => element.Closed).Select(element => element.End).DefaultIfEmpty(root.Offset + 1).Max();

    private Unreadable Malformed(MarkupElement? leftOpen, int noticed, int end)
    {
        var at = text.LineAt(Math.Min(noticed, Math.Max(end - 1, 0)));
        if (leftOpen is null)
            return new(evidence.Cite(at), Message.Of($"the ProfileXML is not well-formed at line {at}: Windows does not take it; what could be read was read; correct the line and deploy the profile again"));

        var opened = text.LineAt(leftOpen.Offset);
        return new(
            evidence.Cite(Math.Min(opened, at), Math.Max(opened, at)),
            Message.Of($"the ProfileXML is not well-formed: {Hole.Plain("<" + leftOpen.Name + ">")} opened on line {opened} is never closed, which an XML parser notices on line {at}; Windows does not take it; the other elements were read; add {Hole.Plain("</" + leftOpen.Name + ">")} and deploy the profile again"));
    }
}
