using System.Globalization;
using static Aovpn.Generators.Nps.LoggedAttribute;

namespace Aovpn.Generators.Nps;

/// <summary>
/// A VPN farm's RADIUS traffic by seed: the same connections in whatever format. Connections of many users overlap; some requests are
/// never answered; names hold commas, quotation marks and ampersands.
/// </summary>
public sealed class NpsLogMaker
{
    private const int Accounts = 12_000;
    private const string Server = "NPS1";

    /// <summary>Reason codes of answers, and how many of a thousand answers have them.</summary>
    private static readonly (int Reason, int Share)[] Mix =
        [(0, 850), (16, 50), (22, 20), (23, 15), (36, 5), (48, 15), (65, 10), (66, 10), (262, 10), (265, 10), (269, 5)];

    private readonly Random _random;
    private readonly LogWriter _writer;
    private readonly bool _shuffles;
    private readonly LoggedPacket _packet = new();
    private readonly string _class;
    private readonly NpsTruth _truth = new();
    private readonly string[] _names = new string[Accounts], _canonical = new string[Accounts], _addresses = new string[Accounts];
    private readonly Queue<(int Account, int Gateway, int Session)> _open = new();
    private DateTime _now = new(2026, 3, 2, 6, 0, 0);
    private int _attempts;

    private NpsLogMaker(LogWriter writer, LogForm form, int seed)
    {
        (_writer, _shuffles, _random) = (writer, form is not LogForm.Odbc, new Random(seed));

        // Another server for another seed: connections of two logs are told apart.
        _class = string.Create(CultureInfo.InvariantCulture, $"311 1 10.20.{seed & 255}.5 02/27/2026 22:11:09 ");
        for (var account = 0; account < Accounts; account++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"user{account:D5}");
            _names[account] = name + "@contoso.example";
            _canonical[account] = "contoso.example/" + (account % 40) switch
            {
                0 => $"Staff/Vogt, Ida {name}",
                1 => $"R&D/{name}",
                2 => $"Staff/Bo \"the bear\" {name}",
                3 => $"Zürich/{name}",
                _ => $"Staff/{name}",
            };
            _addresses[account] = string.Create(CultureInfo.InvariantCulture, $"{11 + account % 100}.{_random.Next(256)}.{_random.Next(256)}.{1 + _random.Next(254)}");
        }
    }

    /// <param name="bytes">The log is at least as long.</param>
    public static NpsTruth Make(Stream output, LogForm form, long bytes, int seed)
    {
        using var writer = new LogWriter(output, form);
        var maker = new NpsLogMaker(writer, form, seed);
        while (writer.Written < bytes)
            maker.Connect();
        maker._truth.Bytes = writer.Written;
        return maker._truth;
    }

    private void Connect()
    {
        var account = _random.Next(3) == 0 ? _random.Next(200) : _random.Next(Accounts);
        var gateway = _random.Next(4);
        var attempt = ++_attempts;
        Request(account, gateway, attempt);
        if (_random.Next(200) == 0)
        {
            _truth.Unanswered++;
            return;
        }

        var reason = Reason();
        var rounds = reason is 48 or 65 or 262 ? 0 : 1 + _random.Next(2);
        for (var round = 0; round < rounds; round++)
        {
            Answer(account, gateway, attempt, 11, 0);
            Request(account, gateway, attempt);
        }

        Answer(account, gateway, attempt, reason == 0 ? 2 : 3, reason);
        if (reason != 0)
            return;

        Accounting(account, gateway, attempt, isStop: false);
        _open.Enqueue((account, gateway, attempt));
        if (_open.Count <= 500)
            return;
        var (leaving, from, session) = _open.Dequeue();
        Accounting(leaving, from, session, isStop: true);
    }

    private int Reason()
    {
        var drawn = _random.Next(1000);
        foreach (var (reason, share) in Mix)
        {
            if (drawn < share)
                return reason;
            drawn -= share;
        }

        return 0;
    }

    private void Request(int account, int gateway, int attempt)
    {
        Begin(account, gateway, attempt, 1, 0);
        Client(account, gateway);
        End();
    }

    private void Answer(int account, int gateway, int attempt, int packetType, int reason)
    {
        Begin(account, gateway, attempt, packetType, reason);
        _packet.Add(AuthenticationType, attempt % 2 == 0 ? "11" : "5");
        _packet.Add(EapType, reason == 48 ? "" : "Microsoft: Smart Card or other certificate");
        _packet.Add(Policy, reason == 48 ? "" : "Always On VPN, user tunnel");
        if (packetType == 2)
            _packet.Add(SessionTimeout, "28800");
        if (packetType != 11)
        {
            _truth.ByReason[reason] = _truth.ByReason.GetValueOrDefault(reason) + 1;
            _truth.ByUser[_canonical[account]] = _truth.ByUser.GetValueOrDefault(_canonical[account]) + 1;
        }

        End();
    }

    private void Accounting(int account, int gateway, int session, bool isStop)
    {
        Begin(account, gateway, session, 4, 0);
        Client(account, gateway);
        _packet.Add(AccountingStatus, isStop ? "2" : "1");
        _packet.Add(SessionId, Number(session));
        _packet.Add(FramedAddress, string.Create(CultureInfo.InvariantCulture, $"172.27.{session / 250 % 250}.{1 + session % 250}"));
        if (isStop)
        {
            _packet.Add(InputOctets, Number(_random.Next(1 << 30)));
            _packet.Add(OutputOctets, Number(_random.Next(1 << 30)));
            _packet.Add(SessionTime, Number(_random.Next(28800)));
            _packet.Add(TerminateCause, _random.Next(3) == 0 ? "4" : "1");
            _truth.Stopped++;
        }
        else
        {
            _truth.Started++;
        }

        End();
    }

    private void Begin(int account, int gateway, int attempt, int packetType, int reason)
    {
        _now = _now.AddMilliseconds(1 + _random.Next(90));
        var address = Number(10 + gateway);
        _packet.Begin(_now, Server, "10.20.0." + address, _names[account]);
        _packet.Add(PacketType, Number(packetType));
        _packet.Add(LoggedAttribute.Reason, Number(reason));
        _packet.Add(FullyQualifiedUserName, _canonical[account]);
        _packet.Add(ClientVendor, "311");
        _packet.Add(ClientAddress, "10.20.0." + address);
        _packet.Add(ClientName, "VPN" + Number(1 + gateway));
        _packet.Add(ServiceType, "2");
        _packet.Add(Class, _class + Number(attempt));
        _packet.Add(ProxyPolicy, "VPN requests");
        _packet.Add(ProviderType, "1");
        _truth.Records++;
        _truth.ByPacketType[packetType] = _truth.ByPacketType.GetValueOrDefault(packetType) + 1;
    }

    private void Client(int account, int gateway)
    {
        var called = "203.0.113." + Number(10 + gateway);
        _packet.Add(UserName, _names[account]);
        _packet.Add(CalledStation, called);
        _packet.Add(CallingStation, _addresses[account]);
        _packet.Add(NasIdentifier, "VPN" + Number(1 + gateway));
        _packet.Add(NasAddress, "10.20.0." + Number(10 + gateway));
        _packet.Add(NasPort, Number(account % 128));
        _packet.Add(NasPortType, "5");
        _packet.Add(TunnelType, "9");
        _packet.Add(TunnelMedium, "1");
        _packet.Add(TunnelClient, _addresses[account]);
        _packet.Add(TunnelServer, called);
    }

    private void End()
    {
        if (_shuffles)
            _packet.Shuffle(_random);
        _writer.Write(_packet);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
