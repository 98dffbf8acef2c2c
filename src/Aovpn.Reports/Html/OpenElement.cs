namespace Aovpn.Reports.Html;

/// <summary>An element that has been opened; disposing closes it.</summary>
public readonly struct OpenElement(HtmlWriter html) : IDisposable
{
    public void Dispose() => html.Close();
}
