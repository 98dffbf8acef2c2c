using System.Globalization;
using System.Security;
using System.Text;

namespace Aovpn.Tests.Healthy;

/// <summary>Events as <c>wevtutil qe /f:xml</c> prints them.</summary>
internal sealed class EventWriter(string computer, string channel, DateTime start)
{
    private readonly StringBuilder _text = new();
    private DateTime _now = start;
    private int _record = 4000;

    public EventWriter After(double seconds)
    {
        _now = _now.AddSeconds(seconds);
        return this;
    }

    public EventWriter Add(string provider, int id, params ReadOnlySpan<string> data)
    {
        Begin(provider, id);
        foreach (var value in data)
            _text.Append("<Data>").Append(SecurityElement.Escape(value)).Append("</Data>");
        return End();
    }

    public EventWriter Named(string provider, int id, params ReadOnlySpan<(string Name, string Value)> data)
    {
        Begin(provider, id);
        foreach (var (name, value) in data)
            _text.Append("<Data Name='").Append(name).Append("'>").Append(SecurityElement.Escape(value)).Append("</Data>");
        return End();
    }

    public override string ToString() => _text.ToString();

    private void Begin(string provider, int id) => _text.Append(
        CultureInfo.InvariantCulture,
        $"<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='{provider}'/><EventID Qualifiers='0'>{id}</EventID><TimeCreated SystemTime='{_now:yyyy-MM-ddTHH:mm:ss.fffffff}Z'/><EventRecordID>{_record++}</EventRecordID><Channel>{channel}</Channel><Computer>{computer}</Computer></System><EventData>");

    private EventWriter End()
    {
        _text.Append("</EventData></Event>\n");
        return this;
    }
}
