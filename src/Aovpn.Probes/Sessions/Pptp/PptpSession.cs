using System.Globalization;
using Aovpn.Codecs;
using Aovpn.Codecs.Pptp;

namespace Aovpn.Probes.Sessions.Pptp;

/// <summary>
/// The client's side of PPTP's control connection on TCP 1723, RFC 2637 section 3. What comes after it, GRE, needs raw sockets and is not
/// here. No sockets: bytes of the stream in, bytes out.
/// </summary>
public sealed class PptpSession(ushort callId)
{
    private const int LongestMessage = 1024;

    private readonly List<byte> _received = [];

    public PptpStage Stage { get; private set; }

    /// <summary>Vendor String of the server; null before it answered.</summary>
    public string? Vendor { get; private set; }

    /// <summary>The server's Call ID, which GRE packets to it would bear.</summary>
    public ushort? PeerCallId { get; private set; }

    /// <summary>Why it was refused; null while all is well.</summary>
    public string? Problem { get; private set; }

    public static byte[] Begin() => PptpMessage.StartRequest("", "").Encode();

    /// <summary>Clears the call and stops the connection (sections 2.12 and 2.3), so that nothing stays on the server.</summary>
    public byte[] End() => Stage is PptpStage.CallAnswered
        ? [.. new PptpMessage(PptpMessageType.CallClearRequest, [(byte)(callId >> 8), (byte)callId, 0, 0]).Encode(), .. Stop()]
        : Stage is PptpStage.CallRequested ? Stop() : [];

    /// <returns>Bytes to send in answer.</returns>
    public byte[] Take(ReadOnlySpan<byte> bytes)
    {
        if (Stage is PptpStage.Refused)
            return [];
        _received.AddRange(bytes);
        try
        {
            while (PptpMessage.LengthOf([.. _received]) is { } length)
            {
                if (length is < PptpMessage.Header or > LongestMessage)
                    throw new MalformedException("PPTP.Length", 0, string.Create(CultureInfo.InvariantCulture, $"is {length}: no PPTP message"));
                if (_received.Count < length)
                    break;
                var message = PptpMessage.Decode([.. _received[..length]]);
                _received.RemoveRange(0, length);
                if (Take(message) is { } answer)
                    return answer;
            }
        }
        catch (MalformedException error)
        {
            Refuse(error.Message);
        }

        return [];
    }

    private byte[]? Take(PptpMessage message)
    {
        if (message.Type == PptpMessageType.StartControlConnectionReply)
        {
            Vendor = message.Vendor;
            if (message.Result != 1)
                return Refuse(Reason("Start-Control-Connection-Reply", message));
            Stage = PptpStage.CallRequested;
            return PptpMessage.CallRequest(callId).Encode();
        }

        if (message.Type == PptpMessageType.OutgoingCallReply)
        {
            if (message.Result != 1)
                return Refuse(Reason("Outgoing-Call-Reply", message));
            PeerCallId = message.CallId;
            Stage = PptpStage.CallAnswered;
        }
        else if (message.Type == PptpMessageType.StopControlConnectionRequest)
        {
            return Refuse("the server stopped the control connection");
        }

        return null;
    }

    private static string Reason(string reply, PptpMessage message) =>
        string.Create(CultureInfo.InvariantCulture, $"{reply} with result {message.Result}, error {message.Error}");

    private byte[]? Refuse(string problem)
    {
        Problem = problem;
        Stage = PptpStage.Refused;
        return null;
    }

    private static byte[] Stop() => new PptpMessage(PptpMessageType.StopControlConnectionRequest, [1, 0, 0, 0]).Encode();
}
