using Aovpn.Diagnosis.Model;

namespace Aovpn.Reports.Text;

/// <summary>Symptoms without a code, as their users put them.</summary>
internal static class SymptomPhrases
{
    public static string Of(SymptomId id) => id switch
    {
        SymptomId.ConnectionFails => "it does not connect",
        SymptomId.NeverDials => "it never dials by itself",
        SymptomId.AsksForCertificate => "it asks for a certificate",
        SymptomId.AsksForCredentials => "it asks for credentials",
        SymptomId.ConnectedNoAccess => "connected, but nothing can be reached",
        SymptomId.ConnectedNoNames => "connected, but names do not resolve",
        SymptomId.ConnectedOneSubnet => "connected, but only one subnet can be reached",
        SymptomId.ConnectedNoIpv6 => "connected, but not over IPv6",
        SymptomId.ConnectedLargeTransfersFail => "connected, but large transfers stall",
        SymptomId.Drops => "the connection drops",
        SymptomId.Oops => "\"Oops - You can't get to this yet\"",
        SymptomId.ConnectsAfterClosingOops => "it connects after the \"Oops\" message is closed",
        SymptomId.ProfileAbsent => "the profile is not there",
        SymptomId.ScriptError => "the script fails",
        SymptomId.ConnectsWithoutPermission => "it connects although it should be refused",
        SymptomId.CannotDeleteCertificate => "a VPN certificate cannot be deleted",
        SymptomId.WorksAsDesigned => "it works as designed",
        _ => KebabCase.Of(id.ToString()),
    };
}
