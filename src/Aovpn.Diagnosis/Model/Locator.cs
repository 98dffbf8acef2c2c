using System.Globalization;

namespace Aovpn.Diagnosis.Model;

/// <summary>A place inside an artifact. A closed set.</summary>
public abstract record Locator
{
    private Locator()
    {
    }

    /// <summary>Lines of a text artifact, counted from 1, both ends included.</summary>
    /// <param name="First">First line.</param>
    /// <param name="Last">Last line.</param>
    /// <param name="Offset">Byte offset of the first line where the reader knows it, so that a report finds it again without reading what is before.</param>
    public sealed record Lines(long First, long Last, long? Offset = null) : Locator
    {
        public Lines(long line)
            : this(line, line)
        {
        }

        public override string ToString() => First == Last
            ? string.Create(CultureInfo.InvariantCulture, $"line {First}")
            : string.Create(CultureInfo.InvariantCulture, $"lines {First}-{Last}");
    }

    /// <summary>A record of an event log, by its EventRecordID.</summary>
    public sealed record EventRecord(ulong Id, long? Offset = null) : Locator
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"record {Id}");
    }

    /// <summary>A frame of a capture, counted from 1.</summary>
    public sealed record Frame(long Number) : Locator
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"frame {Number}");
    }

    /// <summary>Bytes of a binary artifact.</summary>
    public sealed record Bytes(long Offset, long Length) : Locator
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"byte 0x{Offset:X}");
    }

    /// <summary>The artifact as a whole.</summary>
    public sealed record Whole : Locator
    {
        public override string ToString() => "";
    }

    /// <summary>The artifact as a whole.</summary>
    public static readonly Locator All = new Whole();
}
