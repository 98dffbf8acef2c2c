using System.Text;
using Aovpn.Reports.Monitoring;

namespace Aovpn.Cli.Monitoring;

/// <summary>States of gateways on their way out, in the form that was asked for.</summary>
internal sealed class StateOutput(TextWriter output)
{
    /// <exception cref="UsageException">The file cannot be written, or the form is one of a single diagnosis.</exception>
    public int Write(IReadOnlyCollection<GatewayState> states, string format, string? path)
    {
        if (path is null)
        {
            Write(states, format, output);
            output.Flush();
        }
        else
        {
            Replace(path, states, format);
        }

        return states.All(state => state.IsWell) ? ExitStatus.NothingFound : ExitStatus.Found;
    }

    private static void Write(IReadOnlyCollection<GatewayState> states, string format, TextWriter target)
    {
        switch (format)
        {
            case "text":
                new GatewayStateText(target).Write(states);
                break;
            case "json":
                foreach (var state in states)
                    target.WriteLine(GatewayStateJson.Line(state));
                break;
            case "openmetrics":
                OpenMetricsText.Write(states, target);
                break;
            default:
                throw new UsageException($"--format {format} is the report of one gateway; of several, or again and again: text, json or openmetrics.");
        }
    }

    /// <summary>At once: a collector that looks in between must not find half a file.</summary>
    private static void Replace(string path, IReadOnlyCollection<GatewayState> states, string format)
    {
        var beside = path + ".new";
        try
        {
            using (var file = new StreamWriter(beside, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" })
                Write(states, format, file);
            File.Move(beside, path, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} cannot be written: {failure.Message}");
        }
    }
}
