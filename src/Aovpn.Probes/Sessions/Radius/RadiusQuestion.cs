using Aovpn.Codecs.Radius;

namespace Aovpn.Probes.Sessions.Radius;

/// <summary>One request, one answer: what a RADIUS server is asked besides an authentication.</summary>
public sealed class RadiusQuestion
{
    /// <summary>Acct-Status-Type Stop, RFC 2866 section 5.1. Accounting-On would end every session that the server knows of this VPN server.</summary>
    private const uint Stop = 2;

    private readonly RadiusRequests _requests;

    private RadiusQuestion(RadiusClientSettings settings, Func<RadiusRequests, byte[]> request)
    {
        _requests = new(settings);
        Request = request(_requests);
    }

    /// <summary>The datagram to be sent until it is answered.</summary>
    public byte[] Request { get; }

    public RadiusOutcome Outcome { get; private set; } = RadiusOutcome.Running;

    /// <summary>Code of the answer; null before.</summary>
    public RadiusCode? Answer { get; private set; }

    public RadiusVerification? Verification { get; private set; }

    /// <summary>"Are you there", RFC 5997. NPS does not know it, and is silent.</summary>
    public static RadiusQuestion Status(RadiusClientSettings settings) => new(settings, requests => requests.StatusServer(RadiusNas.Attributes(settings)));

    /// <summary>A password request for a user who cannot exist. Without a Message-Authenticator only servers open to BlastRADIUS answer it.</summary>
    /// <param name="password">Random: nobody's.</param>
    public static RadiusQuestion Password(RadiusClientSettings settings, string user, string password, bool withMessageAuthenticator) =>
        new(settings, requests => requests.Password(user, password, RadiusNas.Attributes(settings), withMessageAuthenticator));

    /// <summary>The end of a session that never was. The server writes it into its log.</summary>
    /// <param name="session">Acct-Session-Id that no session has.</param>
    public static RadiusQuestion Accounting(RadiusClientSettings settings, string session) => new(settings, requests => requests.Accounting(
    [
        RadiusAttribute.OfInteger(RadiusAttributeType.AcctStatusType, Stop),
        RadiusAttribute.OfText(RadiusAttributeType.AcctSessionId, session),
        .. RadiusNas.Attributes(settings),
    ]));

    /// <summary>Takes a datagram that came back; one that is no answer is told in an event, and waiting goes on.</summary>
    public void Receive(ReadOnlySpan<byte> datagram, List<RadiusEvent> events)
    {
        if (Outcome is not RadiusOutcome.Running || _requests.Receive(datagram, events, out var verification) is not { } reply)
            return;
        (Answer, Verification) = (reply.Code, verification);
        Outcome = verification!.IsGenuine ? RadiusOutcome.Answered : RadiusOutcome.SecretDiffers;
    }
}
