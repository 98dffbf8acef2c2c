using System.Globalization;

namespace Aovpn.Reports.Html;

/// <summary>Bar charts as inline SVG: nothing to fetch, no script, colours of the page's theme. The figures stand in tables as well; a plot only shows their proportions.</summary>
internal static class Plots
{
    private const int Width = 832, LabelWidth = 300, ValueWidth = 70, RowHeight = 26, BarHeight = 16;
    private const int MostLetters = 42;

    /// <summary>Bars that lie, one below the other, for things with long names.</summary>
    public static void Lying(HtmlWriter html, string title, IReadOnlyList<Bar> bars)
    {
        var most = Math.Max(1, bars.Max(bar => bar.Total));
        using (Svg(html, title, Width, bars.Count * RowHeight + 4))
        {
            for (var row = 0; row < bars.Count; row++)
            {
                var (bar, top) = (bars[row], row * RowHeight + 4);
                using (html.Element("g"))
                {
                    html.Element("title", bar.Said);
                    html.Element("text", Short(bar.Label), ("x", Number(LabelWidth - 10)), ("y", Number(top + 12.5)), ("text-anchor", "end"));
                    double x = LabelWidth;
                    foreach (var (value, colour) in bar.Parts)
                    {
                        var length = Length(value, most, Width - LabelWidth - ValueWidth);
                        Rectangle(html, x, top, length, BarHeight, colour);
                        x += length;
                    }

                    html.Element("text", bar.Total.ToString("N0", CultureInfo.InvariantCulture), ("x", Number(x + 6)), ("y", Number(top + 12.5)));
                }
            }

            Line(html, LabelWidth, 0, LabelWidth, bars.Count * RowHeight);
        }
    }

    /// <summary>Bars that stand side by side, for hours and days.</summary>
    /// <param name="labelEvery">Every how many-th bar is labelled.</param>
    public static void Standing(HtmlWriter html, string title, IReadOnlyList<Bar> bars, int labelEvery)
    {
        const int Left = 62, Top = 10, Height = 150, Bottom = 26;
        var scale = Scale(Math.Max(1, bars.Max(bar => bar.Total)));
        using (Svg(html, title, Width, Top + Height + Bottom))
        {
            foreach (var mark in new[] { 0, scale / 2, scale }.Distinct())
            {
                var y = Top + Height - Height * (double)mark / scale;
                Line(html, Left, y, Width, y);
                html.Element("text", mark.ToString("N0", CultureInfo.InvariantCulture), ("x", Number(Left - 8)), ("y", Number(y + 4)), ("text-anchor", "end"));
            }

            var step = (Width - Left) / (double)bars.Count;
            for (var column = 0; column < bars.Count; column++)
            {
                var bar = bars[column];
                var x = Left + column * step;
                using (html.Element("g"))
                {
                    html.Element("title", bar.Said);
                    double y = Top + Height;
                    foreach (var (value, colour) in bar.Parts)
                    {
                        var length = Length(value, scale, Height);
                        y -= length;
                        Rectangle(html, x + step * .12, y, step * .76, length, colour);
                    }

                    if (column % labelEvery == 0)
                        html.Element("text", bar.Label, ("x", Number(x + step / 2)), ("y", Number(Top + Height + 18)), ("text-anchor", "middle"));
                }
            }
        }
    }

    private static OpenElement Svg(HtmlWriter html, string title, int width, int height) =>
        html.Element("svg", ("class", "plot"), ("role", "img"), ("aria-label", title), ("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {width} {height}")));

    private static void Rectangle(HtmlWriter html, double x, double y, double width, double height, string colour)
    {
        if (width <= 0 || height <= 0)
            return;
        html.Element("rect", "", ("class", colour), ("x", Number(x)), ("y", Number(y)), ("width", Number(width)), ("height", Number(height)));
    }

    /// <summary>Inside of SVG every element is closed: an open line would swallow what follows.</summary>
    private static void Line(HtmlWriter html, double x1, double y1, double x2, double y2) =>
        html.Element("line", "", ("class", "axis"), ("x1", Number(x1)), ("y1", Number(y1)), ("x2", Number(x2)), ("y2", Number(y2)));

    /// <summary>What is there is seen, however small it is beside the rest.</summary>
    private static double Length(long value, long most, int room) => value == 0 ? 0 : Math.Max(1.5, value * (double)room / most);

    /// <summary>The next 1, 2 or 5 with zeros; even, so that its half is a whole number.</summary>
    private static long Scale(long most)
    {
        for (long ten = 1; ; ten *= 10)
        {
            foreach (var step in new[] { ten, 2 * ten, 4 * ten, 6 * ten, 8 * ten })
            {
                if (step >= most && step % 2 == 0)
                    return step;
            }

            if (ten > long.MaxValue / 100)
                return most;
        }
    }

    private static string Short(string label) => label.Length <= MostLetters ? label : $"{label[..(MostLetters - 1)]}…";

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
