using Aovpn.Codecs.Eap;

namespace Aovpn.Probes.Sessions.Eap;

/// <summary>One EAP method under way, on the peer's side.</summary>
internal interface IEapMethod : IDisposable
{
    /// <summary>Answers a request of this method.</summary>
    /// <returns>Type-Data of the response; null when nothing is to be sent.</returns>
    /// <exception cref="Codecs.MalformedException">The request's data are not what the method has.</exception>
    byte[]? Answer(EapPacket request, List<EapEvent> events);

    /// <summary>The method has all it needs: Success from the server is believed.</summary>
    bool IsDone { get; }

    /// <summary>MSK once done; null where the method makes none.</summary>
    byte[]? Key { get; }

    /// <summary>Why the peer gave the method up; null while it goes on.</summary>
    EapFailureReason? Left { get; }

    /// <summary>What Failure from the server would mean now.</summary>
    EapFailureReason IfRefused { get; }
}
