using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Aovpn.Codecs.Ike;
using Aovpn.Probes.Sessions.Eap;
using Aovpn.Probes.Sessions.Ike;
using Aovpn.Probes.Steps.Inside;

namespace Aovpn.Probes.Steps;

/// <summary>
/// The connection: as a stranger to the gateway's certificate and as far into EAP as it goes; with credentials to the tunnel. What it begins it
/// deletes. It authenticates once: nobody is locked out.
/// </summary>
public sealed class ConnectStep : IProbeStep
{
    public string Plan(ProbeSettings settings) => settings.Method is ProbeMethod.Stranger
        ? $"connection: IKE_SA_INIT and IKE_AUTH with {settings.Host}{(settings.Eap is { } eap ? $", EAP as {eap.Identity} without credentials" : "")}; deleted afterwards"
        : $"connection: IKE_SA_INIT and IKE_AUTH with {settings.Host}, one authentication ({EapSteps.Word(settings.Method)}); {Inside(settings)}deleted afterwards";

    public async Task<bool> RunAsync(ProbeContext context, CancellationToken cancel)
    {
        var settings = context.Settings;
        if (settings is { Method: ProbeMethod.Machine, OnlyConnects: false })
            await LookAsync(context, cancel);

        using var peer = settings is { Eap: { } eap, Method: not ProbeMethod.Machine } ? new EapPeer(eap) : null;
        using var run = context.Open("connect", settings.Method is ProbeMethod.Stranger ? "stranger" : "connect", context.IkeAnswers is false, shared => shared with
        {
            Goal = peer is null && settings.MachineCertificate is null ? IkeGoal.GatewayCertificate : IkeGoal.Connect,
            Suites = settings.Method is ProbeMethod.Stranger ? StrangerOffer.Choices(Wide(settings)) : settings.Suites,
            Proposals = settings.Method is ProbeMethod.Stranger ? StrangerOffer.Proposals(Wide(settings)) : null,
            Eap = peer,
            MachineCertificate = settings.Method is ProbeMethod.Machine ? settings.MachineCertificate : null,
            Identity = settings is { Method: ProbeMethod.Machine, MachineCertificate.Chain: [var leaf, ..] } ? NameOf(leaf) : null,

            // Where 4500 was silent a moment ago, asking longer tells nothing new.
            Retransmission = context.NatTraversalAnswers is false ? settings.Asking : settings.Connecting,
            VendorIds = ReachStep.WindowsVendorIds,
            TrustedAuthorities = KeyHashes(settings.Roots),
            JudgeGateway = chain => settings.TrustsAnyGateway ? null : GatewayTrust.Problem(chain, settings, context.Transcript.Now),
        });
        if (run is null)
            return false;

        await run.RunAsync(cancel);
        if (run.Child is not null && run.Ending is null)
        {
            if (!settings.Inside.IsEmpty || !settings.OnlyConnects)
                await new InsideTunnel(settings.Inside, context.Clock).AskAsync(run, context.Transcript, cancel);
            await run.CloseAsync(CancellationToken.None);
        }

        return true;
    }

    private static string Inside(ProbeSettings settings) => settings is { OnlyConnects: true, Inside.IsEmpty: true }
        ? ""
        : $"through the tunnel a ping to {settings.Host}{string.Concat(settings.Inside.Select(question => $", {question}"))}; ";

    /// <summary>
    /// A gateway that refuses a machine's certificate shows none of its own. Asked by a client that wants EAP it shows it first, so that a refusal tells
    /// whose certificate is at fault.
    /// </summary>
    private static async Task LookAsync(ProbeContext context, CancellationToken cancel)
    {
        using var look = context.Open("gateway certificate", "stranger", context.IkeAnswers is false, shared => shared with
        {
            Goal = IkeGoal.GatewayCertificate,
            VendorIds = ReachStep.WindowsVendorIds,
            TrustedAuthorities = KeyHashes(context.Settings.Roots),
        });
        if (look is not null)
            await look.RunAsync(cancel);
    }

    /// <summary>A stranger wants to see the certificate, whatever suites the gateway has; a client offers what its settings say.</summary>
    private static ImmutableArray<IkeSuite> Wide(ProbeSettings settings) => [.. settings.Suites.Concat(Common).Distinct()];

    private static IEnumerable<IkeSuite> Common =>
    [
        new(EncryptionAlgorithm.AesCbc, 256, IntegrityAlgorithm.HmacSha256, PseudorandomFunction.HmacSha256, KeyExchangeMethod.Ecp256),
        new(EncryptionAlgorithm.AesCbc, 256, IntegrityAlgorithm.HmacSha384, PseudorandomFunction.HmacSha384, KeyExchangeMethod.Ecp384),
        new(EncryptionAlgorithm.AesGcm16, 256, IntegrityAlgorithm.None, PseudorandomFunction.HmacSha384, KeyExchangeMethod.Ecp384),
        new(EncryptionAlgorithm.AesGcm16, 128, IntegrityAlgorithm.None, PseudorandomFunction.HmacSha256, KeyExchangeMethod.Ecp256),
        new(EncryptionAlgorithm.AesCbc, 256, IntegrityAlgorithm.HmacSha256, PseudorandomFunction.HmacSha256, KeyExchangeMethod.Modp2048),
        new(EncryptionAlgorithm.AesCbc, 256, IntegrityAlgorithm.HmacSha1, PseudorandomFunction.HmacSha1, KeyExchangeMethod.Modp2048),
        new(EncryptionAlgorithm.TripleDes, null, IntegrityAlgorithm.HmacSha1, PseudorandomFunction.HmacSha1, KeyExchangeMethod.Modp1024),
    ];

    private static IdentificationPayload? NameOf(ImmutableArray<byte> leaf)
    {
        try
        {
            using var certificate = X509CertificateLoader.LoadCertificate(leaf.AsSpan());
            return new(true, IdentificationType.DerAsn1DistinguishedName, [.. certificate.SubjectName.RawData]);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>RFC 7296 §3.7: SHA-1 over each authority's SubjectPublicKeyInfo.</summary>
    private static ImmutableArray<ImmutableArray<byte>> KeyHashes(ImmutableArray<ImmutableArray<byte>>? roots)
    {
        const int Most = 200;
        var hashes = ImmutableArray.CreateBuilder<ImmutableArray<byte>>();
        foreach (var root in (roots ?? []).Take(Most))
        {
            try
            {
                using var certificate = X509CertificateLoader.LoadCertificate(root.AsSpan());
                hashes.Add([.. SHA1.HashData(certificate.PublicKey.ExportSubjectPublicKeyInfo())]);
            }
            catch (CryptographicException)
            {
                // A root that does not read cannot be asked for.
            }
        }

        return hashes.ToImmutable();
    }
}
