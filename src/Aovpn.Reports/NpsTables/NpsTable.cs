using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Aovpn.Codecs.Nps;
using Aovpn.Diagnosis.Catalogue;
using Aovpn.Diagnosis.NpsReporting;
using static Aovpn.Codecs.Nps.NpsAttributeName;

namespace Aovpn.Reports.NpsTables;

/// <summary>
/// Records as rows: the 66 columns of the database-compatible format under Microsoft's headings, then what the other formats hold besides,
/// the reason in words, and last everything that has no column or a second value, so that nothing is lost.
/// </summary>
public sealed class NpsTable
{
    private const string Heading =
        "ComputerName,ServiceName,Record-Date,Record-Time,Packet-Type,User-Name,Fully-Qualified-Distinguished-Name,Called-Station-ID,Calling-Station-ID,Callback-Number,Framed-IP-Address,NAS-Identifier,NAS-IP-Address,NAS-Port,Client-Vendor,Client-IP-Address,Client-Friendly-Name,Event-Timestamp,Port-Limit,NAS-Port-Type,Connect-Info,Framed-Protocol,Service-Type,Authentication-Type,Policy-Name,Reason-Code,Class,Session-Timeout,Idle-Timeout,Termination-Action,EAP-Friendly-Name,Acct-Status-Type,Acct-Delay-Time,Acct-Input-Octets,Acct-Output-Octets,Acct-Session-Id,Acct-Authentic,Acct-Session-Time,Acct-Input-Packets,Acct-Output-Packets,Acct-Terminate-Cause,Acct-Multi-Ssn-ID,Acct-Link-Count,Acct-Interim-Interval,Tunnel-Type,Tunnel-Medium-Type,Tunnel-Client-Endpt,Tunnel-Server-Endpt,Acct-Tunnel-Conn,Tunnel-Pvt-Group-ID,Tunnel-Assignment-ID,Tunnel-Preference,MS-Acct-Auth-Type,MS-Acct-EAP-Type,MS-RAS-Version,MS-RAS-Vendor,MS-CHAP-Error,MS-CHAP-Domain,MS-MPPE-Encryption-Types,MS-MPPE-Encryption-Policy,Proxy-Policy-Name,Provider-Type,Provider-Name,Remote-Server-Address,MS-RAS-Client-Name,MS-RAS-Client-Version";

    private const string Reason = "Reason", Moment = "Time", Others = "Other-Attributes";

    /// <summary>Attributes that only the IAS and XML formats have and that people look for.</summary>
    private static readonly string[] Besides =
        [SamAccountName, ClientIpv6Address, NasIpv6Address, "Acct-Input-Gigawords", "Acct-Output-Gigawords", "IAS-EAP-TypeId", MsNetworkAccessServerType, MsRasCorrelationId];

    /// <summary>Numbers that are names in truth. Reason-Code stays a number: people filter by it, and its words have their own column.</summary>
    private static readonly FrozenSet<string> Decoded = FrozenSet.Create(
        PacketType, NasPortType, "Framed-Protocol", "Service-Type", AuthenticationType, "Termination-Action", AcctStatusType, "Acct-Authentic", AcctTerminateCause, TunnelType,
        "Tunnel-Medium-Type", "MS-Acct-Auth-Type", MsAcctEapType, "MS-MPPE-Encryption-Types", "MS-MPPE-Encryption-Policy", "Provider-Type", ClientVendor, MsRasVendor,
        MsNetworkAccessServerType);

    private readonly NpsCell[] _cells = new NpsCell[Columns.Length];
    private readonly StringBuilder _others = new();

    /// <summary>Of the database-compatible format, as Microsoft's article tells people to paste it above a log.</summary>
    public static ReadOnlySpan<string> Headings => HeadingNames;

    private static readonly string[] HeadingNames = Heading.Split(',');

    public static ImmutableArray<NpsColumn> Columns { get; } =
    [
        .. HeadingNames.Select((heading, at) => Column(heading, NpsAttributeTable.Columns[at])),
        .. Besides.Select(name => Column(name, name)),
        new(Moment, NpsColumnKind.Moment, null), new(Reason, NpsColumnKind.Text, null), new(Others, NpsColumnKind.Text, null),
    ];

    private static readonly FrozenDictionary<string, int> Places =
        Columns.Index().Where(one => one.Item.Attribute is not null).ToFrozenDictionary(one => one.Item.Attribute!, one => one.Index);

    /// <summary>The record's cells, one for each column; valid until the next call.</summary>
    public ReadOnlySpan<NpsCell> Row(NpsRecord record)
    {
        Array.Clear(_cells);
        _others.Clear();
        foreach (var (name, value, _) in record.Attributes)
        {
            if (name is RecordDate or RecordTime or Timestamp)
                continue;
            var cell = default(NpsCell);
            if (Places.TryGetValue(name, out var at) && (_cells[at].IsEmpty || _cells[at] == Cell(Columns[at], value)))
                cell = _cells[at] = Cell(Columns[at], value);
            if (cell.IsEmpty)
                _others.Append(_others.Length == 0 ? "" : "; ").Append(name).Append('=').Append(value);
        }

        var time = NpsRecordMeaning.TimeOf(record);
        (_cells[2], _cells[3], _cells[^3]) = (NpsCell.Of(time?.Date), NpsCell.Of(time), NpsCell.Of(time));
        if (time is null && (record[Timestamp] ?? record[RecordDate]) is { } unread)
            _others.Append(_others.Length == 0 ? "" : "; ").Append(RecordDate).Append('=').Append(unread).Append(' ').Append(record[RecordTime]);
        _cells[^2] = NpsCell.Of(record.Number(ReasonCode) is > 0 and <= uint.MaxValue and { } reason ? NpsRecordMeaning.ReasonOf((uint)reason).Text : null);
        _cells[^1] = NpsCell.Of(_others.Length > 0 ? _others.ToString() : null);
        return _cells;
    }

    private static NpsColumn Column(string heading, string attribute) => attribute switch
    {
        RecordDate => new(heading, NpsColumnKind.Date, attribute),
        RecordTime => new(heading, NpsColumnKind.TimeOfDay, attribute),
        _ when Decoded.Contains(attribute) => new(heading, NpsColumnKind.Text, attribute, IsDecoded: true),
        _ => new(heading, NpsAttributeTypes.Of(attribute) is NpsAttributeType.Number ? NpsColumnKind.Number : NpsColumnKind.Text, attribute),
    };

    /// <summary>Empty where the value is not of the column's kind.</summary>
    private static NpsCell Cell(NpsColumn column, string value) => column switch
    {
        { IsDecoded: true } => NpsCell.Of(NpsEnums.Name(column.Attribute!, value) ?? value),
        { Kind: NpsColumnKind.Number } => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? NpsCell.Of((long?)number) : default,
        _ => NpsCell.Of(value),
    };
}
