namespace Aovpn.Codecs.Nps;

/// <summary>
/// Small numbers for the attributes of <see cref="NpsAttributeTable"/>, so that a record can be searched without comparing text. The first 66
/// are the columns of the database-compatible format, in order.
/// </summary>
internal static class NpsAttributeIds
{
    /// <summary>Of an attribute that the tables do not hold.</summary>
    public const int None = -1;

    /// <summary>Numbers of the IAS format that have an id of their own: from the first to below the last.</summary>
    private const int LeastNumber = -128, MostNumber = 8192;

    private static readonly string[] AllNames = [.. NpsAttributeTable.Columns.ToArray().Concat(NpsAttributeTable.AllSpellings.Select(one => one.Name)).Distinct(StringComparer.Ordinal)];
    private static readonly Dictionary<string, int> ByName = AllNames.Select((name, id) => (name, id)).ToDictionary(one => one.name, one => one.id, StringComparer.Ordinal);
    private static readonly short[] ByNumber = Numbers();
    private static readonly bool[] Secrets = [.. AllNames.Select(NpsAttributeTable.IsSecret)];
    private static readonly NpsFieldForm[] IasForms = [.. AllNames.Select(IasLine.Form)];

    public static string Name(int id) => AllNames[id];

    public static int Of(string name) => ByName.GetValueOrDefault(name, None);

    /// <summary>Of an attribute number of the IAS format; <see cref="None"/> for one that the table does not hold.</summary>
    public static int OfNumber(int number) => (uint)(number - LeastNumber) < (uint)ByNumber.Length ? ByNumber[number - LeastNumber] : None;

    /// <summary><see cref="NpsAttributeTable.IsSecret"/>.</summary>
    public static bool IsSecret(int id) => Secrets[id];

    /// <summary>How the IAS format writes the attribute's value.</summary>
    public static NpsFieldForm IasForm(int id) => IasForms[id];

    private static short[] Numbers()
    {
        var numbers = new short[MostNumber - LeastNumber];
        Array.Fill(numbers, (short)None);
        foreach (var (number, name) in NpsAttributeTable.AllNumbers)
        {
            if (number is >= LeastNumber and < MostNumber)
                numbers[number - LeastNumber] = (short)ByName[name];
        }

        return numbers;
    }
}
