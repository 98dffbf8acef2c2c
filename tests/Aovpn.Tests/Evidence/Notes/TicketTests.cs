using System.Globalization;
using Aovpn.Diagnosis.Rules;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.Notes;

/// <summary>
/// Five notes for each cause, in nine languages, written before the words were chosen that read them. A cause counts as told when its
/// page is among the first three. What is learned from one half must hold for the other, which nobody looks at.
/// </summary>
public sealed class TicketTests(ITestOutputHelper output)
{
    private const int Three = 3;

    [Fact]
    public void Every_cause_that_has_a_page_has_five_notes()
    {
        var written = Ticket.All().GroupBy(ticket => ticket.Cause).ToDictionary(group => group.Key, group => group.Count());

        Assert.All(written, one => Assert.Equal(5, one.Value));
        Assert.Empty(written.Keys.Except(RuleBook.Default.Pages.SelectMany(page => page.Causes)));
    }

    [Fact]
    public void Notes_lead_to_their_causes_alike_in_both_halves()
    {
        var ranked = Ticket.All().Select(ticket => (Ticket: ticket, Rank: Rank(ticket))).ToArray();
        if (Environment.GetEnvironmentVariable("AOVPN_TICKETS") is { Length: > 0 } path)
        {
            File.WriteAllLines(path, ranked.Where(one => !one.Ticket.IsHeldBack && one.Rank is 0 or > Three)
                .Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Ticket.Cause}\t{one.Rank}\t{one.Ticket.Note}\n\t\t{string.Join(" ", Say.Understood(one.Ticket.Note))}\n\t\t{string.Join(" ", First(one.Ticket.Note, 4))}")));
        }

        var learned = Ratio([.. ranked.Where(one => !one.Ticket.IsHeldBack).Select(one => one.Rank)], "learned from");
        var heldBack = Ratio([.. ranked.Where(one => one.Ticket.IsHeldBack).Select(one => one.Rank)], "held back");
        foreach (var language in ranked.GroupBy(one => one.Ticket.Language))
            Ratio([.. language.Select(one => one.Rank)], language.Key);

        Assert.InRange(heldBack, 0.5, 1);
        Assert.InRange(learned - heldBack, -0.15, 0.15);
    }

    private double Ratio(int[] ranks, string of)
    {
        var three = ranks.Count(rank => rank is >= 1 and <= Three) / (double)ranks.Length;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{of,-14} {ranks.Length,4} notes, first {ranks.Count(rank => rank == 1) / (double)ranks.Length:P0}, in three {three:P0}"));
        return three;
    }

    private static int Rank(Ticket ticket) => Array.FindIndex(Suspected.After(ticket.Note), finding => finding.Page.Causes.Contains(ticket.Cause)) + 1;

    private static IEnumerable<string> First(string note, int count) => Suspected.After(note).Take(count).Select(finding => $"{string.Join('+', finding.Page.Causes)}({finding.Page.Name},{finding.Favour})");
}
