using System.Globalization;

namespace Aovpn.Generators.Mixed;

/// <summary>What a folder that was made holds.</summary>
/// <param name="Bytes">Of all files.</param>
/// <param name="NpsRecords">Records of the NPS logs.</param>
/// <param name="Events">Windows events in XML.</param>
/// <param name="Certificates">Entries of certificate listings.</param>
/// <param name="Lines">Lines of text and of noise; of noise, as an editor that takes every byte for a character counts them.</param>
public sealed record MixedTruth(long Bytes, long NpsRecords, long Events, long Certificates, long Lines)
{
    /// <summary>What a diagnosis must have counted in it.</summary>
    public string AsDiagnosed => string.Create(CultureInfo.InvariantCulture, $"{NpsRecords} NPS records, {Events} events, {Certificates} certificates, nothing unreadable, {Bytes} bytes\n");

    /// <summary>What a program must have counted that knows no more than elements and lines.</summary>
    public string AsPassed => string.Create(CultureInfo.InvariantCulture, $"{NpsRecords + Events} elements, {Lines} lines, {Bytes} bytes\n");
}
