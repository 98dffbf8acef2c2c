using System.Globalization;
using Aovpn.Codecs.Eap;
using Aovpn.Codecs.Ike;
using Aovpn.Codecs.Ike.Keys;
using Aovpn.Codecs.Pcap;
using Aovpn.Codecs.Pcap.Dissection;

namespace Aovpn.LabTable.Checks;

/// <summary>
/// A capture of the lab, decrypted with the keys of the server's own log: by tshark and by this project's codecs. Both must see the same
/// messages with the same payloads, notifications and EAP packets inside, frame by frame.
/// </summary>
internal sealed class CaptureCheck(Options options, Lab lab)
{
    /// <summary>Several suites, methods with one fragment and with many.</summary>
    private static readonly (string Method, string Suite)[] Connections =
        [("tls", "aes256gcm16-prfsha384-ecp384"), ("peap-mschapv2", "aes256-sha256-modp2048"), ("machine", "aes256-sha384-ecp384"), ("mschapv2", "aes256-sha1-modp1024")];

    private static readonly string[] Fields =
        ["frame.number", "isakmp.exchangetype", "isakmp.messageid", "isakmp.flags", "isakmp.typepayload", "isakmp.notify.msgtype", "eap.code", "eap.type"];

    private readonly string _table = Path.Combine(options.Folder, "ikev2_decryption_table");

    public IEnumerable<Check> Checks()
    {
        var capture = new Lazy<string>(Captured);
        return [new("capture as tshark reads it", () => Compare(capture.Value)), new("capture diagnosed with keys", () => Diagnosed(capture.Value))];
    }

    private string Captured()
    {
        string[] files = lab.Capture("checks");
        foreach (var (method, suite) in Connections)
            Connect(method, suite);
        lab.Reference("connect", "machine");
        lab.Reference("disconnect");
        lab.StopCapture();
        File.WriteAllText(_table, lab.WiresharkKeys());
        return files.First(file => file.EndsWith("-client.pcap", StringComparison.Ordinal));
    }

    private void Connect(string method, string suite)
    {
        string[] credentials = method switch
        {
            "machine" => ["--certificate", lab.Pki("machine-ok.pem"), "--key", lab.Pki("machine.key")],
            "tls" => ["--identity", lab.Environment["LAB_USER"], "--certificate", lab.Pki("user-ok.pem"), "--key", lab.Pki("user.key")],
            _ => ["--identity", lab.Environment["LAB_USER"], "--password-file", Password(), "--allow-mschapv2-without-tunnel"],
        };
        lab.AsClient([.. options.Program, "probe", lab.Environment["LAB_VPN_NAME"], "--method", method, .. credentials, "--roots", lab.Pki("ca.pem"), "--suite", suite, "--esp", "aes256-sha256", "--skip-suites", "--format", "json"]);
    }

    private string Password()
    {
        var file = Path.Combine(options.Folder, "password");
        File.WriteAllText(file, lab.Environment["LAB_PASSWORD"] + "\n");
        return file;
    }

    private string? Compare(string capture)
    {
        var rows = File.ReadAllLines(_table);
        var tshark = Lab.Start(
        [
            "tshark", "-r", capture, .. rows.SelectMany(row => (string[])["-o", $"uat:ikev2_decryption_table:{row}"]), "-Y", "isakmp", "-T", "fields", "-E", "separator=;", "-E", "occurrence=a", "-E", "aggregator=,",
            .. Fields.SelectMany(field => (string[])["-e", field]),
        ]);
        if (tshark.Status != 0)
            return $"tshark: {tshark.Error}";

        var theirs = tshark.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Normal).ToArray();
        var ours = Ours(capture).ToArray();
        if (!ours.Any(line => line.EndsWith(";13", StringComparison.Ordinal) || line.Contains(",13;", StringComparison.Ordinal)))
            return $"no EAP-TLS was seen in {ours.Length} messages: the keys opened nothing";
        return theirs.Length != ours.Length ? $"tshark reads {theirs.Length} messages, we {ours.Length}"
            : theirs.Zip(ours).FirstOrDefault(pair => pair.First != pair.Second) is (not null, _) other ? $"frame;exchange;id;flags;payloads;notify;eap;type: tshark {other.First}, we {other.Second}" : null;
    }

    /// <summary>Numbers of tshark in one form; the proposals and transforms inside an SA payload, which it lists as payloads, are left out.</summary>
    private static string Normal(string line)
    {
        var cells = line.Split(';');
        string List(string cell) => string.Join(',', cell.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Number));
        return string.Join(';', cells[0], List(cells[1]), List(cells[2]), List(cells[3]), string.Join(',', List(cells[4]).Split(',').Where(type => type is not "2" and not "3" and not "0")), List(cells[5]), List(cells[6]), List(cells[7]));
    }

    private static string Number(string text) => (text.StartsWith("0x", StringComparison.Ordinal) ? uint.Parse(text[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture) : uint.Parse(text, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture);

    private IEnumerable<string> Ours(string capture)
    {
        IkeKeyFile keys;
        using (var table = new StreamReader(_table))
            keys = IkeKeyFile.Read(table);
        var openings = keys.Sas.Where(sa => sa.Suite is { } suite && sa.Fits(suite)).GroupBy(sa => (sa.InitiatorSpi, sa.ResponderSpi)).ToDictionary(group => group.Key, group => new IkeOpening(group.Last(), group.Last().Suite!));
        var dissector = new Dissector();
        using var bytes = File.OpenRead(capture);
        foreach (var message in CaptureFile.Read(bytes, _ => { }).SelectMany(dissector.Take).OfType<CapturedMessage.OfIke>())
        {
            var header = message.Message.Header;
            IkePayload[] payloads = [.. message.Message.Payloads];
            if (openings.TryGetValue((header.InitiatorSpi, header.ResponderSpi), out var opening) && opening.Open(message.Bytes.Span, message.Message) is { } inside)
                payloads = [.. payloads, .. inside.Payloads];
            var eap = payloads.OfType<EapPayload>().Select(payload => EapPacket.Decode(payload.Packet.AsSpan())).ToArray();
            yield return string.Join(
                ';', Text(message.Frame), Text(header.Exchange.Value), Text(header.MessageId), Text(header.Flags), Joined(payloads.Select(payload => (int)payload.Type.Value)),
                Joined(payloads.OfType<NotifyPayload>().Select(notify => (int)notify.Message.Value)), Joined(eap.Select(packet => (int)packet.Code.Value)), Joined(eap.Where(packet => packet.Type is not null).Select(packet => (int)packet.Type!.Value.Value)));
        }
    }

    /// <summary>The program itself: with keys it sees certificates that it does not see without, and prints no key.</summary>
    private string? Diagnosed(string capture)
    {
        var without = Lab.Start([.. options.Program, "diagnose", capture, "--format", "json"]);
        var with = Lab.Start([.. options.Program, "diagnose", capture, "--keys", _table, "--format", "json"]);
        var secrets = File.ReadLines(_table).SelectMany(row => row.Split(',')).Where(cell => cell.Length >= 32 && cell.All(char.IsAsciiHexDigit)).ToArray();
        return secrets.Length == 0 ? "there are no keys to look for"
            : secrets.Any(key => with.Output.Contains(key, StringComparison.OrdinalIgnoreCase) || with.Error.Contains(key, StringComparison.OrdinalIgnoreCase)) ? "a key was printed"
            : Answer.Of(with).Trouble ?? (with.Error.Length > 0 ? with.Error : with.Output.Length > without.Output.Length ? null : "keys showed nothing more");
    }

    private static string Joined(IEnumerable<int> numbers) => string.Join(',', numbers.Select(number => Text(number)));

    private static string Text<T>(T number)
        where T : IFormattable => number.ToString(null, CultureInfo.InvariantCulture);
}
