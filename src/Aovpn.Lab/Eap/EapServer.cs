using System.Collections.Immutable;
using System.Text;
using Aovpn.Codecs;
using Aovpn.Codecs.Eap;

namespace Aovpn.Lab.Eap;

/// <summary>The server's side of EAP for one authentication, without a socket: what stands behind the lab's NPS, and inside its PEAP.</summary>
/// <param name="inner">Inside PEAP: ends by <see cref="Accepted"/>, not by Success and Failure.</param>
public sealed class EapServer(EapServerSettings settings, bool inner = false) : IDisposable
{
    private readonly ImmutableArray<EapType> _methods = inner ? settings.InnerMethods : settings.Methods;
    private IEapServerMethod? _method;
    private byte _identifier;

    /// <summary>Whether the user was accepted; null while it goes on.</summary>
    public bool? Accepted { get; private set; }

    /// <summary>Why it was refused, for the log.</summary>
    public string? Refusal { get; private set; }

    /// <summary>MSK, or what the method makes of one; null before the end.</summary>
    public byte[]? Key => _method?.Key;

    /// <summary>The first packet: "who are you?".</summary>
    public EapPacket Begin() => EapPacket.Request(_identifier, EapType.Identity, []);

    /// <returns>The next packet; null when the answer is to be ignored, or inside PEAP when it is over.</returns>
    public EapPacket? Answer(EapPacket response)
    {
        if (Accepted is not null || response.Code != EapCode.Response || response.Type is not { } type)
            return null;
        _identifier = unchecked((byte)(response.Identifier + 1));
        try
        {
            if (type == EapType.Identity)
                return Named(Encoding.UTF8.GetString(response.Data.AsSpan()));
            if (type == EapType.Nak)
                return Asked(response);
            if (_method is null || _method.Type != type)
                return Refuse($"{type} out of turn");
            return Next(_method.Answer(response, _identifier));
        }
        catch (MalformedException malformed)
        {
            return Refuse(malformed.Message);
        }
    }

    public void Dispose() => _method?.Dispose();

    private EapPacket? Named(string identity)
    {
        if (settings.RefusesAll)
            return Refuse("no network policy fits");
        if (settings.Account is LabAccount.Unknown or LabAccount.Disabled || !identity.Equals(settings.User, StringComparison.OrdinalIgnoreCase))
            return Refuse(settings.Account is LabAccount.Disabled ? "the account is disabled" : "no such user");
        return Start(_methods[0]);
    }

    private EapPacket? Asked(EapPacket nak)
    {
        foreach (var wanted in nak.Data.Select(number => new EapType(number)))
        {
            if (_methods.Contains(wanted) && wanted != _method?.Type)
                return Start(wanted);
        }

        return Refuse("no common method");
    }

    private EapPacket? Start(EapType type)
    {
        _method?.Dispose();
        _method = type == EapType.Tls ? new TlsServerMethod(settings)
            : type == EapType.Peap ? new PeapServerMethod(settings)
            : new MsChapV2ServerMethod(settings);
        return Next(_method.Begin(_identifier));
    }

    private EapPacket? Next(EapPacket? request)
    {
        if (_method!.Refusal is { } refusal)
            return Refuse(refusal);
        if (!_method.IsDone)
            return request;
        Accepted = true;
        return inner ? null : EapPacket.Success(_identifier);
    }

    private EapPacket? Refuse(string why)
    {
        (Accepted, Refusal) = (false, why);
        return inner ? null : EapPacket.Failure(_identifier);
    }
}
