using System.Buffers;

namespace Aovpn.Codecs.Nps;

/// <summary>
/// Reads NPS accounting logs of any length in fixed memory: database-compatible, IAS and DTS Compliant, which is told from each line. What
/// is no record is handed out as <see cref="NpsDamage"/>, and reading goes on behind it.
/// </summary>
public static class NpsLog
{
    /// <summary>Bytes that a record may have.</summary>
    public const int MaxRecord = 1024 * 1024;

    /// <summary>Records and damaged places in the order of the log. Blank lines, rows of column names and a root element are neither.</summary>
    /// <param name="log">ASCII-compatible bytes: UTF-8 or any ANSI code page, with or without byte order mark.</param>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static IEnumerable<NpsLogEntry> Read(Stream log)
    {
        var reading = new Reading(new(log));
        while (reading.MoveNext())
        {
            foreach (var entry in reading.Found)
                yield return entry;
        }

        if (reading.Unclosed() is { } last)
            yield return last;
    }

    private sealed class Reading(NpsLines lines)
    {
        private readonly List<NpsField> _fields = new(64);
        private readonly ArrayBufferWriter<byte> _event = new();
        private NpsSpan _eventAt;

        public List<NpsLogEntry> Found { get; } = new(2);

        public bool MoveNext()
        {
            Found.Clear();
            if (!lines.MoveNext())
                return false;

            if (lines.Nuls > 0)
                Add(NpsDamageReason.NulBytes, lines.Nuls);
            if (lines.TooLong > 0)
                Add(NpsDamageReason.TooLong, lines.TooLong);
            else if (lines.CutByNul)
                Add(NpsDamageReason.NulBytes, 0);
            else
                Take(lines.Line == 1 && lines.Text.StartsWith("\uFEFF"u8) ? lines.Text[3..] : lines.Text);
            return true;
        }

        /// <summary>An event whose end has not come.</summary>
        public NpsDamage? Unclosed()
        {
            if (_event.WrittenCount == 0)
                return null;
            var isMeant = DtsEvent.IsMeant(_event.WrittenSpan);
            _event.ResetWrittenCount();
            return new(
                _eventAt.Line, _eventAt.LastLine, _eventAt.Offset, isMeant ? NpsDamageReason.EventNotClosed : NpsDamageReason.NotARecord, isMeant ? NpsLogFormat.Dts : null);
        }

        private void Add(NpsDamageReason reason, long detail)
        {
            if (Unclosed() is { } cut)
                Found.Add(cut);
            Found.Add(new NpsDamage(lines.Line, lines.Line, lines.Offset, reason, null, detail));
        }

        private void Take(ReadOnlySpan<byte> line)
        {
            var format = NpsLineForm.Of(line, out var start);
            if (_event.WrittenCount > 0)
            {
                if (format is null)
                {
                    Continue(line);
                    return;
                }

                Found.Add(Unclosed()!);
            }

            var at = new NpsSpan(lines.Line, lines.Line, lines.Offset);
            _fields.Clear();
            switch (format)
            {
                case NpsLogFormat.Odbc:
                    Found.Add(OdbcLine.Parse(line[start..].TrimEnd(" \t`"u8), at, _fields));
                    return;
                case NpsLogFormat.Ias:
                    Found.Add(IasLine.Parse(line[start..].TrimEnd(" \t`"u8), at, _fields));
                    return;
                case NpsLogFormat.Dts when line[start..].EndsWith("</Event>"u8):
                    Found.Add(DtsEvent.Parse(line[start..], at, _fields));
                    return;
                case NpsLogFormat.Dts:
                    _eventAt = at;
                    _event.Write(line[start..]);
                    return;
                default:
                    if (line.ContainsAnyExcept(" \t\r"u8) && !NpsLineForm.IsHeading(line) && !IsRootOrProlog(line.Trim(" \t\r"u8)))
                        Found.Add(new NpsDamage(at.Line, at.LastLine, at.Offset, NpsDamageReason.NotARecord, null));
                    return;
            }
        }

        private void Continue(ReadOnlySpan<byte> line)
        {
            _eventAt = _eventAt with { LastLine = lines.Line };
            _event.Write("\n"u8);
            _event.Write(line);
            if (line.EndsWith("</Event>"u8))
            {
                _fields.Clear();
                Found.Add(DtsEvent.Parse(_event.WrittenSpan, _eventAt, _fields));
                _event.ResetWrittenCount();
            }
            else if (_event.WrittenCount > MaxRecord)
            {
                Found.Add(new NpsDamage(_eventAt.Line, _eventAt.LastLine, _eventAt.Offset, NpsDamageReason.TooLong, NpsLogFormat.Dts, _event.WrittenCount));
                _event.ResetWrittenCount();
            }
        }

        /// <summary>NPS writes neither; people add them so that other programs read the file.</summary>
        private static bool IsRootOrProlog(ReadOnlySpan<byte> line) =>
            line.StartsWith("<?xml"u8) || (line is [(byte)'<', .., (byte)'>'] && line.Count((byte)'<') == 1 && !line.Contains((byte)'"') && line.Length < 64);
    }
}
