using Aovpn.Codecs.Nps;

namespace Aovpn.Diagnosis.Evidence.Nps;

/// <summary>The accounting log in the IAS (legacy) format.</summary>
public sealed class NpsIasLogReader() : NpsLogReader(NpsLogFormat.Ias, "nps-ias-log", order: 151);
