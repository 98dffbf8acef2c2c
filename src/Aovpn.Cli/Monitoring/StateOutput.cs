using System.Text;
using Aovpn.Cli.Probing;
using Aovpn.Reports.Monitoring;

namespace Aovpn.Cli.Monitoring;

/// <summary>States of gateways on their way out, in the form that was asked for.</summary>
internal sealed class StateOutput
{
    private readonly TextWriter _output;
    private readonly string? _path;
    private readonly Action<IReadOnlyCollection<GatewayState>, TextWriter> _write;

    /// <param name="output">Where it goes when no file is named.</param>
    /// <exception cref="UsageException">The form, or another option, is one of a single diagnosis.</exception>
    public StateOutput(ProbeArguments arguments, TextWriter output)
    {
        if (OfOneReport(arguments) is { } option)
            throw new UsageException($"{option} is for the report of one gateway; states of several, or again and again, are told by name and in a line each. Leave it out.");
        (_output, _path) = (output, arguments.Output);
        _write = arguments.Format switch
        {
            "text" => (states, target) => new GatewayStateText(target).Write(states),
            "json" => WriteLines,
            "openmetrics" => OpenMetricsText.Write,
            var other => throw new UsageException($"--format {other} is the report of one gateway; of several, or again and again: text, json or openmetrics."),
        };
    }

    private static string? OfOneReport(ProbeArguments arguments) => arguments switch
    {
        { Hidden: not null } => "--redact",
        { Transcript: not null } => "--transcript",
        { Keys: true } => "--keys",
        { ChecksRevocation: true, Targets: not null, Watch: null } => "--check-revocation",
        _ => null,
    };

    /// <exception cref="UsageException">The file cannot be written.</exception>
    public int Write(IReadOnlyCollection<GatewayState> states)
    {
        if (_path is null)
        {
            _write(states, _output);
            _output.Flush();
        }
        else
        {
            Replace(_path, states);
        }

        return states.All(state => state.IsWell) ? ExitStatus.NothingFound : ExitStatus.Found;
    }

    private static void WriteLines(IReadOnlyCollection<GatewayState> states, TextWriter target)
    {
        foreach (var state in states)
            target.WriteLine(GatewayStateJson.Line(state));
    }

    /// <summary>At once: a collector that looks in between must not find half a file.</summary>
    private void Replace(string path, IReadOnlyCollection<GatewayState> states)
    {
        var beside = path + ".new";
        try
        {
            using (var file = new StreamWriter(beside, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" })
                _write(states, file);
            File.Move(beside, path, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} cannot be written: {failure.Message}");
        }
    }
}
