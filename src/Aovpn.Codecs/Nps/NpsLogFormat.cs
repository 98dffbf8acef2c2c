namespace Aovpn.Codecs.Nps;

/// <summary>The formats in which NPS writes its accounting log, in the words of its console.</summary>
public enum NpsLogFormat
{
    /// <summary>Database-compatible: comma-separated, fixed columns.</summary>
    Odbc,

    /// <summary>IAS (legacy): a header of six fields, then attribute numbers and values by turns.</summary>
    Ias,

    /// <summary>DTS Compliant: an XML element per record, no root.</summary>
    Dts,
}
