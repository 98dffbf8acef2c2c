using System.Collections.Immutable;
using System.Text.Json;
using Aovpn.Diagnosis.Evidence.Transcripts;
using Aovpn.Probes.Sessions.Eap;

namespace Aovpn.Probes;

/// <summary>Events of EAP as the transcript has them.</summary>
public static class EapSteps
{
    public static EapStep Of(EapEvent happened) => happened switch
    {
        EapEvent.IdentityAsked one => new("identity-asked", one.Inner),
        EapEvent.Notified one => new("notified") { Text = one.Text },
        EapEvent.MethodOffered one => new("method-offered", one.Inner) { Type = (int)one.Type.Value },
        EapEvent.MethodRefused one => new("method-refused", one.Inner) { Type = (int)one.Offered.Value, Desired = [.. one.Desired.Select(type => (int)type.Value)] },
        EapEvent.ServerCertificates one => new("server-certificates", one.Inner) { Type = (int)one.Method.Value, Certificates = [.. one.Chain.Select(der => Convert.ToBase64String(der.AsSpan()))] },
        EapEvent.ServerJudged one => new("server-judged", one.Inner) { Names = [.. one.Problems.Select(problem => Word(problem))] },
        EapEvent.ClientCertificateAsked one => new("certificate-asked", one.Inner) { Names = one.Authorities },
        EapEvent.ClientCertificateSent one => new("certificate-sent", one.Inner) { Certificates = one.Certificate is { } der ? [Convert.ToBase64String(der.AsSpan())] : ImmutableArray<string>.Empty },
        EapEvent.TlsEstablished one => new("tls-established", one.Inner) { Version = one.Version, CipherSuite = one.CipherSuite, ExtendedMasterSecret = one.ExtendedMasterSecret },
        EapEvent.TlsAlert one => new("tls-alert", one.Inner) { FromServer = one.FromServer, Code = one.Description, Success = !one.Fatal },
        EapEvent.MsChapFailed one => new("mschap-failed", one.Inner) { Code = one.Error, Success = one.Retry, Text = one.Text },
        EapEvent.MsChapVerified one => new("mschap-verified", one.Inner),
        EapEvent.TunnelResult one => new("tunnel-result", true) { Success = one.Success },
        EapEvent.CryptoBinding one => new("crypto-binding", true) { Success = one.Verified },
        EapEvent.Ended one => new("ended") { Success = one.Success },
        EapEvent.Misbehaved one => new("misbehaved") { Text = one.Problem },
        EapEvent.Left one => new("left") { Text = Word(one.Reason) },
        _ => new("unknown"),
    };

    /// <summary>In kebab case: "refused-at-identity".</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(Enum.GetName(value) ?? "");
}
