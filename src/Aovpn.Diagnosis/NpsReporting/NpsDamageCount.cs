using Aovpn.Codecs.Nps;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.NpsReporting;

/// <summary>Places of the logs that could not be read, for one reason.</summary>
/// <param name="FirstLine">The line of the first place, from 1.</param>
/// <param name="Sentence">About the first place.</param>
public sealed record NpsDamageCount(NpsDamageReason Reason, long Count, string FirstFile, long FirstLine, Message Sentence);
