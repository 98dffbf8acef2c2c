using Aovpn.Generators.Nps;

namespace Aovpn.Tests.Codecs.Nps;

/// <summary>Logs made by seed, with what they hold.</summary>
internal static class MadeLog
{
    public static (byte[] Log, NpsTruth Truth) Of(LogForm form, int bytes, int seed)
    {
        using var log = new MemoryStream();
        var truth = NpsLogMaker.Make(log, form, bytes, seed);
        return (log.ToArray(), truth);
    }
}
