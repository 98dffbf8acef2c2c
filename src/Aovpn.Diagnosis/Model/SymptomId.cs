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

    /// <summary>A probe asked the RADIUS server as a VPN server would, and no answer came.</summary>
    RadiusSilent,

    /// <summary>A probe was refused as soon as it named the user, before any method began.</summary>
    RefusedAtIdentity,

    /// <summary>A probe was refused after the credentials were taken without objection.</summary>
    RefusedAfterHandshake,

    /// <summary>A probe was refused in the middle of a method, without a word why.</summary>
    RefusedDuringMethod,
}
