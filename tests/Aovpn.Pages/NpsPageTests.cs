using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Aovpn.Pages;

/// <summary>The page of a report of NPS logs, with its plots, in Chromium.</summary>
public sealed class NpsPageTests(Browser browser) : IClassFixture<Browser>
{
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Axe_finds_nothing_and_the_browser_complains_of_nothing(ColorScheme scheme)
    {
        using var report = ReportFile.OfNpsLogs();
        await using var opened = await browser.Open(report.Path, scheme);
        var found = await opened.Page.RunAxe();
        Assert.True(found.Violations.Length == 0, string.Join('\n', found.Violations.Select(one => $"{one.Id}: {one.Help}: {one.Nodes[0].Html}")));
        Assert.Equal(["file"], opened.Requests.Select(url => new Uri(url).Scheme).Where(name => name != "data"));
        Assert.Empty(opened.Complaints);
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1600)]
    public async Task No_window_is_too_narrow(int width)
    {
        using var report = ReportFile.OfNpsLogs();
        await using var opened = await browser.Open(report.Path, width: width);
        Assert.InRange(await opened.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, await opened.Page.EvaluateAsync<int>("innerWidth"));
    }
}
