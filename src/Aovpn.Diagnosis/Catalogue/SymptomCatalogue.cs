using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Catalogue;

/// <summary>Symptoms without a number in words: what each means, and the words by which it is asked for.</summary>
public static class SymptomCatalogue
{
    private static readonly ImmutableArray<(SymptomId Symptom, Stage Stage, string Meaning, ImmutableArray<string> Words)> Rows =
    [
        (SymptomId.ConnectionFails, Stage.Reachability, "The connection does not come up, and no code is named.", ["does not connect", "cannot connect", "connection fails", "vpn does not work"]),
        (SymptomId.NeverDials, Stage.Profile, "The connection never starts by itself.", ["never dials", "does not dial", "does not connect automatically", "no automatic connection", "does not start"]),
        (SymptomId.AsksForCertificate, Stage.UserAuthentication, "Windows asks the user which certificate to use.", ["asks for a certificate", "certificate prompt", "select a certificate"]),
        (SymptomId.AsksForCredentials, Stage.UserAuthentication, "Windows asks the user for a name and a password.", ["asks for credentials", "asks for a password", "password prompt", "credential prompt"]),
        (SymptomId.ConnectedNoAccess, Stage.Connectivity, "Connected, but nothing inside can be reached.", ["connected no access", "connected but nothing", "no local network access", "no internet access"]),
        (SymptomId.ConnectedNoNames, Stage.Connectivity, "Connected; addresses inside answer, names do not resolve.", ["connected no names", "names do not resolve", "no dns"]),
        (SymptomId.ConnectedOneSubnet, Stage.Connectivity, "Connected; only one subnet inside can be reached.", ["connected one subnet", "only one subnet"]),
        (SymptomId.ConnectedNoIpv6, Stage.Connectivity, "Connected; IPv4 works, IPv6 does not.", ["connected no ipv6", "no ipv6"]),
        (SymptomId.ConnectedLargeTransfersFail, Stage.Connectivity, "Connected; small exchanges work, large transfers stall.", ["large transfers fail", "large files stall", "copying hangs"]),
        (SymptomId.Drops, Stage.Connectivity, "The connection drops after a while.", ["drops", "disconnects after", "connection drops"]),
        (SymptomId.Oops, Stage.UserAuthentication, "\"Oops - You can't get to this yet\": Conditional Access is not satisfied.", ["oops", "you cant get to this yet", "oops you cant get to this yet"]),
        (SymptomId.ConnectsAfterClosingOops, Stage.UserAuthentication, "It connects after the \"Oops\" message is closed with X.", ["connects after closing oops", "oops loop", "connects after x"]),
        (SymptomId.ProfileAbsent, Stage.Profile, "The VPN profile is not on the client.", ["profile absent", "profile missing", "no profile"]),
        (SymptomId.ScriptError, Stage.Profile, "The script that makes the profile fails.", ["script error", "vpn_profile.ps1 fails", "script fails"]),
        (SymptomId.ConnectsWithoutPermission, Stage.Authorization, "It connects although it should be refused.", ["connects without permission", "connects although it should not"]),
        (SymptomId.CannotDeleteCertificate, Stage.Authorization, "A certificate of the VPN connectivity blade cannot be deleted.", ["cannot delete certificate", "unable to delete the certificate from the vpn connectivity blade", "certificate cannot be deleted"]),
        (SymptomId.WorksAsDesigned, Stage.Profile, "What was seen is what the configuration asks for.", ["works as designed"]),
        (SymptomId.RadiusSilent, Stage.Authorization, "The RADIUS server does not answer what a VPN server would ask it.", ["radius silent", "radius server does not answer", "nps does not answer"]),
        (SymptomId.RefusedAtIdentity, Stage.Authorization, "Refused as soon as the user is named, before any authentication method begins.", ["refused at identity", "refused by name"]),
        (SymptomId.RefusedAfterHandshake, Stage.Authorization, "Refused although the credentials were taken without objection.", ["refused after handshake", "refused after authentication"]),
        (SymptomId.RefusedDuringMethod, Stage.UserAuthentication, "Refused in the middle of the authentication, without a word why.", ["refused during method"]),
    ];

    public static string Meaning(SymptomId symptom) => Row(symptom).Meaning;

    public static Stage StageOf(SymptomId symptom) => Row(symptom).Stage;

    /// <summary>Other words for it.</summary>
    public static ImmutableArray<string> Of(SymptomId symptom) => Row(symptom).Words;

    internal static bool Says(SymptomId symptom, string text)
    {
        var asked = string.Join(' ', Words.Of(text).Select(word => word.Text));
        return Row(symptom).Words.Any(words => asked == string.Join(' ', Words.Of(words).Select(word => word.Text)));
    }

    private static (SymptomId Symptom, Stage Stage, string Meaning, ImmutableArray<string> Words) Row(SymptomId symptom) =>
        Rows.FirstOrDefault(row => row.Symptom == symptom) is { Meaning: not null } row ? row : throw new ArgumentOutOfRangeException(nameof(symptom));
}
