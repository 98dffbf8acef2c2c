namespace Aovpn.Probes.Sessions.Eap;

/// <summary>
/// The peer's side of EAP (RFC 3748) without a socket: fed with the server's packets, whoever carried them. One authentication;
/// not for use from several threads at once.
/// </summary>
public sealed class EapPeer(EapPeerSettings settings) : IDisposable
{
    public EapPeerSettings Settings { get; } = settings;

    /// <summary>Where it stands; changes only in <see cref="Answer"/>.</summary>
    public EapOutcome Outcome { get; private set; } = EapOutcome.Running;

    /// <summary>MSK of 64 bytes once the method is done; null before, and where it failed or makes no key.</summary>
    public byte[]? MasterSessionKey { get; private set; }

    /// <summary>Answers one packet. Bad input ends in an event and an outcome, never in an exception.</summary>
    /// <param name="eapRequest">The server's EAP packet, from its code on.</param>
    public EapAnswer Answer(ReadOnlyMemory<byte> eapRequest) => throw new NotSupportedException("the methods follow");

    public void Dispose()
    {
    }
}
