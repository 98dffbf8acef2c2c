using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.Network;

public sealed class TicketReaderTests
{
    [Theory]
    [InlineData("Current LogonId is 0:0x3e7a1\n\nCached Tickets: (2)\n\n#0>\tClient: alice @ CORP.EXAMPLE\n\tServer: krbtgt/CORP.EXAMPLE @ CORP.EXAMPLE\n\tKdc Called: DC1\n\n#1>\tClient: alice @ CORP.EXAMPLE\n\tServer: cifs/files.corp.example @ CORP.EXAMPLE\n")]
    [InlineData("Aktuelle Anmelde-ID ist 0:0x3e7a1\n\nZwischengespeicherte Tickets: (2)\n\n#0>\tClient: alice @ CORP.EXAMPLE\n\tServer: krbtgt/CORP.EXAMPLE @ CORP.EXAMPLE\n\tKDC aufgerufen: DC1\n\n#1>\tClient: alice @ CORP.EXAMPLE\n\tServer: cifs/files.corp.example @ CORP.EXAMPLE\n")]
    [InlineData("#0> Cliente : alice @ CORP.EXAMPLE\n Servidor : krbtgt/CORP.EXAMPLE @ CORP.EXAMPLE\n#1> Cliente : alice @ CORP.EXAMPLE\n Servidor : cifs/files.corp.example @ CORP.EXAMPLE\n")]
    public void Tickets_are_read_in_any_language(string text)
    {
        var seen = Read.One<TicketsListed>(text);
        Assert.Equal([("alice", "krbtgt/CORP.EXAMPLE", true), ("alice", "cifs/files.corp.example", false)], seen.Tickets.Select(ticket => (ticket.Client, ticket.Service, ticket.IsGranting)));
        Assert.Equal(HostRole.Client, seen.About.Role);
        Assert.Equal(["klist"], Read.Text(text).Kinds);
    }

    [Theory]
    [InlineData("Current LogonId is 0:0x3e7a1\n\nCached Tickets: (0)\n")]
    [InlineData("Aktuelle Anmelde-ID ist 0:0x3e7a1\nZwischengespeicherte Tickets: (0)\n")]
    public void An_empty_cache_is_a_list_of_none(string text) => Assert.Empty(Read.One<TicketsListed>(text).Tickets);

    [Fact]
    public void A_list_that_breaks_off_gives_the_tickets_before() =>
        Assert.Single(Read.One<TicketsListed>("#0> Client: alice @ CORP.EXAMPLE\n    Server: krbtgt/CORP.EXAMPLE @ CORP.EXAMPLE\n#1> Client: alice @ COR").Tickets);
}
