using System.Buffers.Text;
using System.Runtime.InteropServices;

namespace Aovpn.Codecs.Nps;

/// <summary>
/// Small numbers for the attributes of <see cref="NpsAttributeTable"/>, so that a record can be searched without comparing text. The first 66
/// are the columns of the database-compatible format, in order.
/// </summary>
internal static class NpsAttributeIds
{
    /// <summary>Of an attribute that the tables do not hold.</summary>
    public const int None = -1;

    /// <summary>In place of the id of an attribute that holds a secret: nobody finds it.</summary>
    public const int Secret = -2;

    /// <summary>The number of the IAS format that stands first in <see cref="ByNumber"/>.</summary>
    public const int LeastNumber = -128;

    /// <summary>The first number beyond <see cref="ByNumber"/>.</summary>
    public const int MostNumber = 10_000;

    private static readonly string[] AllNames = [.. NpsAttributeTable.Columns.ToArray().Concat(NpsAttributeTable.AllSpellings.Select(one => one.Name)).Distinct(StringComparer.Ordinal)];
    private static readonly Dictionary<string, int> ByName = AllNames.Select((name, id) => (name, id)).ToDictionary(one => one.name, one => one.id, StringComparer.Ordinal);
    private static readonly bool[] Secrets = [.. AllNames.Select(NpsAttributeTable.IsSecret)];
    private static readonly NpsFieldForm[] IasForms = [.. AllNames.Select(IasLine.Form)];

    /// <summary>Ids of the numbers of the IAS format, <see cref="None"/> where the table has none.</summary>
    public static short[] ByNumber { get; } = Numbers();

    public static string Name(int id) => AllNames[id];

    public static int Of(string name) => ByName.GetValueOrDefault(name, None);

    /// <summary>The id, or <see cref="Secret"/> in its place.</summary>
    public static int Shown(int id) => id >= 0 && Secrets[id] ? Secret : id;

    /// <summary>How the IAS format writes the attribute's value, also of one that the tables do not hold.</summary>
    public static NpsFieldForm IasForm(int id) => id < 0 ? NpsFieldForm.MaybeHexadecimal : IasForms[id];

    /// <summary>The four digits of the only number that stands for an attribute in the IAS format; 0 where that is otherwise.</summary>
    public static uint Digits(string name)
    {
        var numbers = NpsAttributeTable.AllNumbers.Where(one => one.Name == name).Select(one => one.Number).ToList();
        if (numbers is not [>= 1000 and < MostNumber and var only] || NpsAttributeTable.IsSecret(name) || IasLine.Header.Contains(name))
            return 0;
        Span<byte> digits = stackalloc byte[sizeof(uint)];
        return Utf8Formatter.TryFormat(only, digits, out _) ? MemoryMarshal.Read<uint>(digits) : 0;
    }

    private static short[] Numbers()
    {
        var numbers = new short[MostNumber - LeastNumber];
        Array.Fill(numbers, (short)None);
        foreach (var (number, name) in NpsAttributeTable.AllNumbers)
        {
            if (number is >= LeastNumber and < MostNumber)
                numbers[number - LeastNumber] = (short)Shown(ByName[name]);
        }

        return numbers;
    }
}
