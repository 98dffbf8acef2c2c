using System.Collections.Immutable;
using Aovpn.Codecs.Ike;
using Aovpn.Diagnosis.Evidence.Certificates;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Transcripts;

/// <summary>What one IKE message shows, whoever carried it here: a probe's transcript, or a capture.</summary>
public static class IkeObserver
{
    /// <param name="header">Of the message.</param>
    /// <param name="payloads">Its payloads, or those inside its Encrypted payload where that was opened.</param>
    /// <param name="sender">Who sent it.</param>
    /// <param name="source">Where it was seen.</param>
    public static IEnumerable<Observation> Observe(IkeHeader header, ImmutableArray<IkePayload> payloads, Host sender, Citation source, When? at)
    {
        var authenticated = payloads.Any(payload => payload is AuthenticationPayload);
        foreach (var payload in payloads)
        {
            switch (payload)
            {
                case NotifyPayload { WindowsError: { } error }:
                    yield return new WindowsErrorReported(source, sender, at, Code.Windows(error));
                    break;

                case NotifyPayload { Message.IsError: true } notify:
                    yield return new IkeErrorNotified(source, sender, at, new(CodeFamily.IkeNotify, notify.Message.Value), header.Exchange.Value, header.MessageId) { AfterAuthentication = authenticated };
                    break;

                case CertificatePayload certificate when certificate.Encoding == CertificateEncoding.X509Signature:
                    if (EncodedCertificate.Read(source, certificate.Data.AsSpan()) is { } read)
                        yield return new CertificateSeen(source, sender, at, CertificateUse.Ike, read);
                    else
                        yield return new Unreadable(source, Message.Of($"a CERT payload of {certificate.Data.Length} bytes holds no certificate; the rest of the message was read"));
                    break;
            }
        }

        if (header.Exchange == ExchangeType.IkeSaInit && header.IsResponse
            && payloads.OfType<SecurityAssociationPayload>().FirstOrDefault()?.Proposals is [var proposal] && IkeSuite.Of(proposal) is { } suite)
        {
            yield return new GatewayDescribed(
                source, sender, at, [.. payloads.OfType<VendorIdPayload>().Select(id => VendorIds.Meaning(id.Data.AsSpan()) ?? Convert.ToHexStringLower(id.Data.AsSpan()))],
                payloads.OfType<NotifyPayload>().Any(notify => notify.Message == NotifyMessageType.FragmentationSupported), suite.ToString());
        }
    }
}
