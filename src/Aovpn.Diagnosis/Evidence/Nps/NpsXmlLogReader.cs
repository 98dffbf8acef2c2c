using Aovpn.Codecs.Nps;

namespace Aovpn.Diagnosis.Evidence.Nps;

/// <summary>The accounting log in the DTS Compliant format. Windows events share its root's name, so it looks before their readers do.</summary>
public sealed class NpsXmlLogReader() : NpsLogReader(NpsLogFormat.Dts, "nps-xml-log", order: 20);
