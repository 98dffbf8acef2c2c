using Aovpn.Diagnosis.Catalogue;
using Aovpn.Diagnosis.Model;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Catalogue;

public sealed class ErrorCatalogueTests
{
    [Fact]
    public void Each_code_has_one_row_in_its_family() =>
        Assert.Empty(ErrorCatalogue.All.GroupBy(one => one.Code).Where(group => group.Count() > 1).Select(group => group.Key));

    [Fact]
    public void Each_row_names_its_source_and_says_something()
    {
        Assert.All(ErrorCatalogue.All, one =>
        {
            Assert.NotEmpty(one.Row.Source);
            Assert.NotEmpty(one.Row.Text);
            Assert.NotEqual(Stage.EvidenceHealth, one.Row.Stage);
            Assert.All(one.Row.Dialogs, Assert.NotEmpty);
        });
        Assert.All(EventCatalogue.All, row => Assert.NotEmpty(row.Source));
        Assert.All(NumberCatalogue.Ike.Concat(NumberCatalogue.Eap), row => Assert.NotEmpty(row.Source));
    }

    [Fact]
    public void What_is_from_memory_is_not_called_verified() =>
        Assert.DoesNotContain(ErrorCatalogue.All, one => one.Row.Verified && (one.Row.Source.Contains("memory") || one.Row.Source.Contains("not checked")));

    [Fact]
    public void Each_row_is_found_by_its_line() =>
        Assert.All(ErrorCatalogue.All, one => Assert.Equal(one.Row.Text, ErrorCatalogue.Find(one.Code)?.Text));

    [Theory]
    [InlineData(800, Stage.Reachability)]
    [InlineData(809, Stage.Reachability)]
    [InlineData(812, Stage.Authorization)]
    [InlineData(13801, Stage.ServerAuthentication)]
    [InlineData(13806, Stage.ServerAuthentication)]
    [InlineData(13868, Stage.Negotiation)]
    [InlineData(0x80070040, Stage.ServerAuthentication)]
    [InlineData(0x800B0109, Stage.ServerAuthentication)]
    [InlineData(798, Stage.UserAuthentication)]
    [InlineData(853, Stage.UserAuthentication)]
    [InlineData(720, Stage.Addressing)]
    public void A_code_is_reported_at_the_stage_that_the_specification_ties_it_to(uint code, Stage stage) =>
        Assert.Equal(stage, ErrorCatalogue.Find(Code.Windows(code))?.Stage);

    [Fact]
    public void A_code_that_begins_like_another_is_not_taken_for_it()
    {
        Assert.Null(ErrorCatalogue.Find(Code.NpsReason(1000)));
        Assert.Equal("IAS_INTERNAL_ERROR", ErrorCatalogue.Find(Code.NpsReason(1))?.Symbol);
        Assert.Null(ErrorCatalogue.Find(Code.Windows(6u)));
        Assert.Equal("ERROR_ACCESS_DENIED", ErrorCatalogue.Find(Code.Windows(5u))?.Symbol);
    }

    [Theory]
    [InlineData("ERROR_IPSEC_IKE_AUTH_FAIL", 13801)]
    [InlineData("error_vpn_timeout", 809)]
    [InlineData("cert_e_untrustedroot", 0x800B0109)]
    public void A_symbol_is_found_in_any_case(string symbol, uint code) =>
        Assert.Equal([Code.Windows(code)], ErrorCatalogue.FindSymbol(symbol));

    [Theory]
    [InlineData("ras_errors.tsv", "ras", 8)]
    [InlineData("ipsec_ike_errors.tsv", "ipsec", 0)]
    [InlineData("trust_hresults.tsv", "certificates", 0)]
    [InlineData("nps_reason_codes.tsv", "nps-reasons", 0)]
    public void No_row_of_the_source_table_is_missing(string table, string file, int more)
    {
        var rows = File.ReadAllLines(SharedFiles.Require("knowledge/" + table)).Skip(1).Count(line => line.Length > 0);
        Assert.Equal(rows + more, ErrorCatalogue.All.Count(one => FileOf(one.Code) == file));
    }

    [Fact]
    public void No_event_and_no_number_of_the_source_tables_is_missing()
    {
        Assert.Equal(Rows("event_ids.tsv") + 3, EventCatalogue.All.Length);
        Assert.Equal(Rows("ike_notify.tsv"), NumberCatalogue.Ike.Length);
        Assert.Equal(Rows("eap_types.tsv"), NumberCatalogue.Eap.Length);

        static int Rows(string table) => File.ReadAllLines(SharedFiles.Require("knowledge/" + table)).Skip(1).Count(line => line.Length > 0);
    }

    [Fact]
    public void Every_value_of_the_table_of_enumerations_has_its_name()
    {
        foreach (var line in File.ReadAllLines(SharedFiles.Require("knowledge/nps_enums.tsv")).Skip(1))
        {
            var cells = line.Split('\t');
            Assert.NotNull(NpsEnums.Name(cells[0], cells[1]));
        }
    }

    [Fact]
    public void Numbers_have_names()
    {
        Assert.Equal("NO_PROPOSAL_CHOSEN", NumberCatalogue.IkeNotify(14)?.Name);
        Assert.Equal("PEAP", NumberCatalogue.EapType(25)?.Name);
        Assert.Equal("Access-Reject", NpsEnums.Name("Packet-Type", "3"));
        Assert.Null(NpsEnums.Name("Packet-Type", "77"));
        Assert.Equal("RasClient", Assert.Single(EventCatalogue.Find("RasClient", 20227)).Provider);
        Assert.Single(EventCatalogue.Find("VPN-Client", 10001));
        Assert.Equal(2, EventCatalogue.Find(20270).Length);
    }

    private static string FileOf(Code code) => (code.Family, code.Value) switch
    {
        (CodeFamily.NpsReason, _) => "nps-reasons",
        (CodeFamily.EntraSignIn, _) => "entra",
        (_, >= 600 and < 1000) => "ras",
        (_, >= 13000 and < 14000) => "ipsec",
        (_, <= 0xFFFF) => "win32",
        _ => "certificates",
    };
}
