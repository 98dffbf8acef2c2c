using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Aovpn.Diagnosis.NpsReporting;

namespace Aovpn.Reports;

/// <summary>How <see cref="NpsReportJson"/> is written. Text stays readable: the document is no part of a web page.</summary>
[JsonSerializable(typeof(NpsReportJson.NpsReportDocument))]
internal sealed partial class NpsReportJsonContext : JsonSerializerContext
{
    public static NpsReportJsonContext Readable { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter<NpsClockNoteKind>(JsonNamingPolicy.KebabCaseLower) },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    });
}
