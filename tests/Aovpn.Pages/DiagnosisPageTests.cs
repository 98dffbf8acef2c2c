using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Aovpn.Pages;

/// <summary>The HTML report of a diagnosis in Chromium, as a helpdesk opens it from a ticket.</summary>
public sealed class DiagnosisPageTests(Browser browser) : IClassFixture<Browser>
{
    private const string Failure = "three-hosts-three-clocks";

    public static TheoryData<string, ColorScheme> Looks => new()
    {
        { Failure, ColorScheme.Light },
        { Failure, ColorScheme.Dark },
        { "oops-other-certificate-in-store", ColorScheme.Light },
        { "809-udp-ports-blocked", ColorScheme.Dark },
        { "healthy", ColorScheme.Light },
        { "healthy-farm", ColorScheme.Dark },
    };

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Axe_finds_nothing(string scenario, ColorScheme scheme)
    {
        using var report = ReportFile.OfDiagnosis(scenario);
        await using var opened = await browser.Open(report.Path, scheme);
        foreach (var folded in await opened.Page.Locator("details").AllAsync())
            await folded.Locator("summary").ClickAsync();
        var found = await opened.Page.RunAxe();
        Assert.True(found.Violations.Length == 0, string.Join('\n', found.Violations.Select(one => $"{one.Id}: {one.Help}: {one.Nodes[0].Html}")));
        Assert.NotEmpty(found.Passes);
    }

    [Fact]
    public async Task The_page_fetches_nothing_and_the_browser_complains_of_nothing()
    {
        using var report = ReportFile.OfDiagnosis(Failure);
        await using var opened = await browser.Open(report.Path);
        await opened.Page.Locator(".copyable button").First.WaitForAsync();
        Assert.Equal(["file"], opened.Requests.Select(url => new Uri(url).Scheme).Where(scheme => scheme != "data"));
        Assert.Empty(opened.Complaints);
    }

    [Fact]
    public async Task A_command_is_copied_by_its_button()
    {
        using var report = ReportFile.OfDiagnosis(Failure);
        await using var opened = await browser.Open(report.Path);
        var command = opened.Page.Locator(".copyable").First;
        var text = await command.Locator("code").TextContentAsync();
        await command.Locator("button").ClickAsync();
        await Assertions.Expect(command.Locator("button")).Not.ToHaveTextAsync("Copy");
        Assert.Equal("netsh nps show np", text);
    }

    [Fact]
    public async Task Without_script_all_of_it_can_be_read()
    {
        using var report = ReportFile.OfDiagnosis(Failure);
        await using var opened = await browser.Open(report.Path, script: false);
        Assert.True(await opened.Page.GetByText("netsh nps show np").IsVisibleAsync());
        Assert.True(await opened.Page.GetByRole(AriaRole.Heading, new() { Name = "Timeline of the attempt" }).IsVisibleAsync());
        Assert.Equal(0, await opened.Page.Locator("button").CountAsync());
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1600)]
    public async Task No_window_is_too_narrow(int width)
    {
        using var report = ReportFile.OfDiagnosis(Failure);
        await using var opened = await browser.Open(report.Path, width: width);
        var (document, window) = (await opened.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), await opened.Page.EvaluateAsync<int>("innerWidth"));
        Assert.InRange(document, 1, window);
    }

    [Fact]
    public async Task On_paper_nothing_is_folded_and_no_button_stands()
    {
        using var report = ReportFile.OfDiagnosis(Failure);
        await using var opened = await browser.Open(report.Path, ColorScheme.Dark);
        await opened.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.False(await opened.Page.Locator(".copyable button").First.IsVisibleAsync());
        Assert.True(await opened.Page.Locator("details td").First.IsVisibleAsync());
        Assert.Equal("rgb(255, 255, 255)", await opened.Page.Locator("body").EvaluateAsync<string>("body => getComputedStyle(body).backgroundColor"));
        var pdf = await opened.Page.PdfAsync(new() { Format = "A4", PrintBackground = true });
        Assert.Equal("%PDF-"u8, pdf.AsSpan(0, 5));
    }
}
