namespace Aovpn.Diagnosis.Model;

/// <summary>What a user or a log complains of. A closed set; in JSON the name in kebab case (<c>connected-no-names</c>).</summary>
public enum SymptomId
{
    /// <summary>An error code; the only symptom whose <see cref="Symptom.Code"/> is not null.</summary>
    Code,

    /// <summary>It does not connect and nobody names a code; any other symptom says more and takes its place.</summary>
    ConnectionFails,
    NeverDials,
    AsksForCertificate,
    AsksForCredentials,

    /// <summary>Connected, but nothing inside can be reached.</summary>
    ConnectedNoAccess,

    /// <summary>Connected, addresses work, names do not.</summary>
    ConnectedNoNames,
    ConnectedOneSubnet,
    ConnectedNoIpv6,

    /// <summary>Connected, small exchanges work, large transfers stall.</summary>
    ConnectedLargeTransfersFail,

    /// <summary>The connection drops after a while.</summary>
    Drops,

    /// <summary>"Oops - You can't get to this yet".</summary>
    Oops,

    /// <summary>Connects after the "Oops" message is closed with X.</summary>
    ConnectsAfterClosingOops,
    ProfileAbsent,
    ScriptError,

    /// <summary>Connects although it should be refused.</summary>
    ConnectsWithoutPermission,

    /// <summary>A certificate of the VPN connectivity blade cannot be deleted.</summary>
    CannotDeleteCertificate,
    WorksAsDesigned,
}
