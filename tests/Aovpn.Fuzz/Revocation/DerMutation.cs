namespace Aovpn.Fuzz.Revocation;

/// <summary>Changes that know DER: one element is lost, doubled, moved, emptied or has other content, and all lengths agree again.</summary>
internal static class DerMutation
{
    public static byte[]? Of(byte[] input, Random random)
    {
        var tree = DerTree.Read(input);
        var parents = DerTree.All(tree).Where(one => one.Children is { Count: > 0 }).Select(one => one.Children!).ToArray();
        if (parents.Length == 0)
            return null;

        var siblings = parents[random.Next(parents.Length)];
        var at = random.Next(siblings.Count);
        var element = siblings[at];
        switch (random.Next(6))
        {
            case 0:
                siblings.RemoveAt(at);
                break;
            case 1:
                siblings.Insert(at, element);
                break;
            case 2:
                var other = random.Next(siblings.Count);
                (siblings[at], siblings[other]) = (siblings[other], siblings[at]);
                break;
            case 3:
                siblings[at] = element with { Content = [], Children = null };
                break;
            case 4:
                siblings[at] = element with { Tag = (byte)(element.Tag ^ (1 << random.Next(8))) };
                break;
            default:
                var content = element.Content.Append((byte)random.Next(256)).ToArray();
                content[random.Next(content.Length)] = (byte)random.Next(256);
                siblings[at] = element with { Content = content, Children = null };
                break;
        }

        return DerTree.Write(tree);
    }

    /// <summary>What is no tag and no length; all of it where there is nothing else.</summary>
    public static IReadOnlyList<Range> Contents(byte[] input)
    {
        Range[] contents = [.. DerTree.All(DerTree.Read(input)).Where(one => one.Children is null && one.Content.Length > 0).Select(one => one.Start..(one.Start + one.Content.Length))];
        return contents.Length > 0 ? contents : [Range.All];
    }

    /// <summary>Lengths that agree with what is there.</summary>
    public static byte[] Repaired(byte[] input) => DerTree.Write(DerTree.Read(input));
}
