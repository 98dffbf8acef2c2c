using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Aovpn.Diagnosis.Catalogue;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>
/// RemoteAccess, System log of a VPN server. Its texts carry no number: the Windows error is in the binary data, four bytes,
/// little-endian, and the RADIUS reason of 20271 is a datum in hexadecimal, so that both are read in any language.
/// </summary>
internal static class RemoteAccess
{
    public const string Provider = "RemoteAccess";

    /// <summary>Events of a connection that stands, ends as it should, or of plain service; everything else is a complaint.</summary>
    private static readonly FrozenSet<int> Ordinary =
        FrozenSet.ToFrozenSet([20088, 20198, 20106, 20250, 20251, 20266, 20272, 20274, 20275, 20280]);

    /// <summary>Events whose first datum is the user.</summary>
    private static readonly FrozenSet<int> UserFirst =
        FrozenSet.ToFrozenSet([20190, 20191, 20249, 20250, 20251, 20253, 20256, 20257, 20258, 20266, 20270, 20271, 20272, 20274]);

    /// <summary>Events whose identifier in braces is a routing domain only.</summary>
    private static readonly FrozenSet<int> WithoutCoId = FrozenSet.ToFrozenSet([20111, 20166, 20167, 20169]);

    public static IEnumerable<Observation> Observe(WindowsEvent seen)
    {
        var host = seen.HostAs(HostRole.VpnServer);
        if (Ordinary.Contains(seen.EventId))
            return [WatchedEvents.Logged(seen, host)];

        var data = seen.Data.IsEmpty ? RemoteAccessMessage.Data(seen) : seen.Data;
        var (coId, rest) = CorrelationIds.Split(data);
        if (WithoutCoId.Contains(seen.EventId))
            coId = null;
        var user = UserFirst.Contains(seen.EventId) ? At(rest, 0) : seen.EventId is 20255 ? At(rest, 1) : null;
        user = user?.Text.StartsWith('<') is true ? null : user ?? rest.FirstOrDefault(LooksLikeUser);
        var address = seen.EventId is 20271 ? At(rest, 1) : null;
        var code = WindowsError(seen);
        var reason = seen.EventId is 20271 ? RadiusReason(rest) : null;
        return
        [
            new GatewayEvent(
                seen.Source, host, seen.When(host), seen.EventId, user?.Known, CorrelationIds.Id(coId), code?.Code, reason?.Code, address?.Known)
            {
                Data = [.. rest.Select(value => value.Text)],
                FieldsWhenAsked = new FieldPlaces()
                    .Add(nameof(GatewayEvent.EventId), seen.IdPlace)
                    .Add(nameof(GatewayEvent.User), user)
                    .Add(nameof(GatewayEvent.CoId), coId)
                    .Add(nameof(GatewayEvent.Code), code?.Place)
                    .Add(nameof(GatewayEvent.NpsReason), reason?.Place)
                    .Add(nameof(GatewayEvent.ClientAddress), address)
                    .WhenAsked,
            },
        ];
    }

    private static EventValue? At(ImmutableArray<EventValue> rest, int position) => position < rest.Length ? rest[position] : null;

    /// <summary>Events of other layouts name the user too: <c>CORP\alice</c> or a principal name, and no sentence.</summary>
    private static bool LooksLikeUser(EventValue value) =>
        value.Text.AsSpan().IndexOfAny('\\', '@') > 0 && !value.Text.Contains(' ', StringComparison.Ordinal) && !value.Text.Contains(':', StringComparison.Ordinal);

    private static (Code Code, Locator? Place)? WindowsError(WindowsEvent seen)
    {
        if (seen.Binary.Length < sizeof(uint))
            return FromSentence(seen);
        var value = BinaryPrimitives.ReadUInt32LittleEndian(seen.Binary.AsSpan());
        return value == 0 ? null : (Code.Windows(value), seen.BinaryPlace);
    }

    /// <summary>Copies of the text have no binary data; the sentence that Windows has for the code stands in for it.</summary>
    private static (Code Code, Locator? Place)? FromSentence(WindowsEvent seen)
    {
        var text = seen.Message.IsEmpty ? string.Join(' ', seen.Data.Select(value => value.Text)) : seen.MessageText;
        foreach (var sentence in DialogSentences.Find(text))
            return (sentence.Code, PlaceOf(seen, text.Substring(sentence.Start, sentence.Length)));
        return null;
    }

    private static Locator? PlaceOf(WindowsEvent seen, string sentence) =>
        seen.PlaceInMessage(sentence) ?? seen.Data.FirstOrDefault(value => value.Text.Contains(sentence, StringComparison.Ordinal))?.Place;

    /// <summary>The last datum of 20271: <c>0x10</c> is reason 16.</summary>
    private static (Code Code, Locator? Place)? RadiusReason(ImmutableArray<EventValue> rest)
    {
        if (rest.IsEmpty || !rest[^1].Text.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
            return null;
        return uint.TryParse(rest[^1].Text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var reason)
            ? (Code.NpsReason(reason), rest[^1].Place)
            : null;
    }
}
