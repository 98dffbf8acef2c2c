using System.Collections.Immutable;
using Aovpn.Codecs.Eap;

namespace Aovpn.Probes.Sessions.Eap;

/// <summary>Which methods the settings allow, outside and inside PEAP.</summary>
internal static class EapChoices
{
    /// <summary>Room that PEAP's headers and TLS's record take from an outer packet, in bytes.</summary>
    private const int TunnelOverhead = 120;

    public static ImmutableArray<EapChoice> Outer(EapPeerSettings settings) =>
    [
        .. settings.Methods.Select(OuterType).Distinct().Select(type =>
            type == EapType.MsChapV2 ? Password(settings, inner: false, [])
            : type == EapType.Tls ? new(type, () => new TlsMethod(settings, settings.LargestPacket, inner: false), null, [])
            : new(type, () => new PeapMethod(settings), null, [])),
    ];

    /// <summary>
    /// What may be spoken inside PEAP. A stranger begins nothing there: it refuses each method for the ones not seen yet, and so learns them all.
    /// </summary>
    public static ImmutableArray<EapChoice> Inner(EapPeerSettings settings)
    {
        ImmutableArray<EapType> types = [.. settings.Methods.Select(InnerType).OfType<EapType>().Distinct()];
        if (!settings.IsStranger)
        {
            return
            [
                .. types.Select(type => type == EapType.Tls
                    ? new EapChoice(type, () => new TlsMethod(settings, settings.LargestPacket - TunnelOverhead, inner: true), null, [])
                    : Password(settings, inner: true, [])),
            ];
        }

        return [.. types.Select(type => new EapChoice(type, () => throw new InvalidOperationException("a stranger begins nothing"), EapFailureReason.NoCredentials, [.. types.Where(other => other != type)]))];
    }

    private static EapChoice Password(EapPeerSettings settings, bool inner, ImmutableArray<EapType> alternatives) => new(
        EapType.MsChapV2, () => new MsChapV2Method(settings.UserName ?? settings.Identity, settings.Password!, inner),
        settings.Password is null || (!inner && !settings.AllowsMsChapV2WithoutTunnel) ? EapFailureReason.NoCredentials : null, alternatives);

    private static EapType OuterType(EapMethod method) => method switch
    {
        EapMethod.MsChapV2 => EapType.MsChapV2,
        EapMethod.Tls => EapType.Tls,
        _ => EapType.Peap,
    };

    private static EapType? InnerType(EapMethod method) => method switch
    {
        EapMethod.PeapTls => EapType.Tls,
        EapMethod.PeapMsChapV2 => EapType.MsChapV2,
        _ => null,
    };
}
