using Microsoft.Playwright;

namespace Aovpn.Pages;

/// <summary>Chromium, started once for all tests of a collection. dev.cs installs it.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        Assert.True(File.Exists(Chromium), $"{Chromium} is missing: dotnet run dev.cs -- test installs it as root on Debian");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Headless = true,
            Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <param name="script">False as for a reader who has switched script off.</param>
    public async Task<OpenedPage> Open(string file, ColorScheme scheme = ColorScheme.Light, bool script = true, int width = 1100)
    {
        var context = await _browser!.NewContextAsync(new() { ColorScheme = scheme, JavaScriptEnabled = script, ViewportSize = new() { Width = width, Height = 800 } });
        var page = await context.NewPageAsync();
        var opened = new OpenedPage(context, page);
        await page.GotoAsync(new Uri(file).AbsoluteUri);
        return opened;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
