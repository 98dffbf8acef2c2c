using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Aovpn.Codecs.Ike.Keys;

/// <summary>
/// Keys of IKE SAs from a file: Wireshark's <c>ikev2_decryption_table</c>, a row for each SA, or a transcript of <c>aovpn probe --keys</c>.
/// Lines of the transcript that hold no keys are passed over.
/// </summary>
/// <param name="Sas">In the order of the file.</param>
/// <param name="Unread">Numbers of the lines, from 1, that are neither: what is in them is not told, for it may be a key.</param>
public sealed record IkeKeyFile(ImmutableArray<IkeSaKeys> Sas, ImmutableArray<int> Unread)
{
    /// <summary>Of a row: two SPIs, SK_ei, SK_er, cipher, SK_ai, SK_ar, integrity algorithm.</summary>
    private const int Columns = 8;

    private const int SpiDigits = 16;

    public static IkeKeyFile None { get; } = new([], []);

    /// <summary>Reads to the end.</summary>
    public static IkeKeyFile Read(TextReader file)
    {
        var sas = ImmutableArray.CreateBuilder<IkeSaKeys>();
        var unread = ImmutableArray.CreateBuilder<int>();
        var number = 0;
        while (file.ReadLine() is { } line)
        {
            number++;
            var text = line.Trim();
            if (text.Length == 0 || text[0] == '#')
                continue;
            if (text[0] == '{')
            {
                if (!TryEntry(text, sas))
                    unread.Add(number);
            }
            else if (Row(text) is { } row)
            {
                sas.Add(row);
            }
            else
            {
                unread.Add(number);
            }
        }

        return new(sas.ToImmutable(), unread.ToImmutable());
    }

    private static IkeSaKeys? Row(string line)
    {
        string[] cells = [.. line.Split(',').Select(cell => cell.Trim().Trim('"'))];
        return cells.Length == Columns && WiresharkSuite.Of(cells[4], cells[7]) is { } suite ? Keys(cells[0], cells[1], cells[2], cells[3], cells[5], cells[6], suite) : null;
    }

    /// <returns>False where it is no entry of a transcript, or its keys do not read.</returns>
    private static bool TryEntry(string line, ImmutableArray<IkeSaKeys>.Builder sas)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            if (!json.RootElement.TryGetProperty("kind", out var kind) || kind.ValueKind is not JsonValueKind.String)
                return false;

            // Those of a tunnel have no SPIs and open no IKE message.
            if (kind.GetString() != "keys" || !json.RootElement.TryGetProperty("values", out var values) || !values.TryGetProperty("spi-i", out _))
                return true;
            string Value(string name) => values.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
            if (Keys(Value("spi-i"), Value("spi-r"), Value("sk-ei"), Value("sk-er"), Value("sk-ai"), Value("sk-ar"), null) is not { } keys)
                return false;
            sas.Add(keys);
            return true;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static IkeSaKeys? Keys(string initiator, string responder, string ei, string er, string ai, string ar, IkeSuite? suite)
    {
        if (Spi(initiator) is not { } spiI || Spi(responder) is not { } spiR)
            return null;
        try
        {
            return new(spiI, spiR, Bytes(ei), Bytes(er), Bytes(ai), Bytes(ar), suite);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static ulong? Spi(string hex) =>
        hex.Length == SpiDigits && ulong.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var spi) ? spi : null;

    private static ImmutableArray<byte> Bytes(string hex) => [.. Convert.FromHexString(hex.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? hex[2..] : hex)];
}
