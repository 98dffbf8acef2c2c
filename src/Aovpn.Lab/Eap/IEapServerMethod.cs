using Aovpn.Codecs.Eap;

namespace Aovpn.Lab.Eap;

/// <summary>One EAP method on the server's side.</summary>
internal interface IEapServerMethod : IDisposable
{
    EapType Type { get; }

    /// <summary>The peer is who it says.</summary>
    bool IsDone { get; }

    /// <summary>Why it is refused; null while it is not.</summary>
    string? Refusal { get; }

    byte[]? Key { get; }

    EapPacket Begin(byte identifier);

    /// <returns>The next request; null when there is none.</returns>
    /// <exception cref="Codecs.MalformedException">The response is none of this method.</exception>
    EapPacket? Answer(EapPacket response, byte identifier);
}
