using System.Collections.Immutable;
using System.Globalization;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Profiles;

/// <summary>
/// Reads an EapHostConfig element. Elements are found by local name, so that a wrong namespace hides nothing: Windows refuses such a
/// profile, which is told apart as <see cref="ProfileRead.WrongNamespaces"/>.
/// </summary>
internal sealed class EapHostConfig(EvidenceText evidence, MappedText text)
{
    /// <summary>EAP type numbers, IANA registry.</summary>
    private const int EapTls = 13;

    /// <returns>Null when the element names no EAP type.</returns>
    public EapConfiguration? Read(MarkupElement? config)
    {
        if (config is null || Outer(config) is not { } outer || (Number(config.At("EapMethod", "Type")) ?? Number(outer.Child("Type"))) is not { } outerType)
            return null;

        var places = new ProfilePlaces(evidence, text);
        places.Note(nameof(EapConfiguration.OuterType), config.At("EapMethod", "Type") ?? outer.Child("Type"));

        var method = outer.Child("EapType") ?? outer.Child("EapTtls");
        var inner = method?.Child("Eap") ?? method?.At("Phase2Authentication", "Eap");
        var innerMethod = inner?.Child("EapType");
        places.Note(nameof(EapConfiguration.InnerType), inner?.Child("Type"));
        var innerType = Number(inner?.Child("Type"));
        var tls = outerType == EapTls ? method : innerType == EapTls ? innerMethod : null;
        var tlsElement = outerType == EapTls ? method ?? outer : innerType == EapTls ? innerMethod ?? inner : null;

        var validates = Validates(method);
        var validating = validates is false && Validates(innerMethod) is not false && innerMethod?.Child("ServerValidation") is not null ? innerMethod : method;
        places.Note(nameof(EapConfiguration.ValidatesServer), Validation(method));

        var names = validating?.At("ServerValidation", "ServerNames") ?? validating?.Child("ServerNames");
        places.Note(nameof(EapConfiguration.ServerNames), names);
        var prompt = validating?.At("ServerValidation", "DisableUserPromptForServerValidation");
        places.Note(nameof(EapConfiguration.PromptsForServer), prompt);

        List<MarkupElement> roots = [.. config.Everything().Where(element => element.Is("TrustedRootCA") && Hexadecimal(element.Text).Length > 0)];
        places.Note(nameof(EapConfiguration.TrustedRoots), roots.FirstOrDefault());
        places.Note(nameof(EapConfiguration.RequiresCryptoBinding), method?.Child("RequireCryptoBinding"));
        var simple = tls?.At("CredentialsSource", "CertificateStore", "SimpleCertSelection");
        places.Note(nameof(EapConfiguration.SimpleCertSelection), simple);

        var filtering = tls?.Everything().FirstOrDefault(element => element.Is("FilteringInfo"));
        places.NoteStart(nameof(EapConfiguration.Filter), filtering);
        places.NoteStart(nameof(EapConfiguration.TlsElement), tlsElement);

        return new(places.CiteStart(config), outerType, innerType, Names(names), [.. roots.Select(root => Hexadecimal(root.Text)).Distinct()], validates,
            Flag(prompt) is { } disabled ? !disabled : null, filtering is null ? null : Filter(filtering), Flag(method?.Child("RequireCryptoBinding")))
        {
            TlsElement = tlsElement is null ? null : places.CiteStart(tlsElement),
            SimpleCertSelection = Flag(simple),
            Fields = places.Take(),
        };
    }

    public static bool? Flag(MarkupElement? element) => element?.Text.ToLowerInvariant() switch
    {
        "true" or "1" => true,
        "false" or "0" => false,
        _ => null,
    };

    /// <summary>Thumbprints are written with or without spaces, in either case.</summary>
    public static string Hexadecimal(string text) => string.Concat(text.Where(char.IsAsciiHexDigit)).ToLowerInvariant();

    private static MarkupElement? Outer(MarkupElement config) =>
        config.At("Config", "Eap") ?? config.Child("Eap") ?? config.Everything().FirstOrDefault(element => element.Is("Eap")) ?? config;

    private CertificateFilter Filter(MarkupElement filtering)
    {
        var places = new ProfilePlaces(evidence, text);
        var map = filtering.Child("EKUMapping");
        var purposes = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in map?.All("EKUMap") ?? [])
        {
            if (entry.Child("EKUOID") is not { Text.Length: > 0 } purpose)
                continue;
            purposes[entry.Child("EKUName")?.Text ?? purpose.Text] = purpose.Text;
            if (purposes.Count == 1 || purpose.Text == Purpose.AadConditionalAccess)
                places.Note(nameof(CertificateFilter.PurposeNames), purpose);
        }

        var list = filtering.Child("ClientAuthEKUList");
        places.NoteStart(nameof(CertificateFilter.ClientAuthListEnabled), list);
        places.NoteStart(nameof(CertificateFilter.ClientAuthPurposes), list);
        foreach (var entry in list?.All("EKUMapInList") ?? [])
        {
            if (Wanted(entry, purposes) == Purpose.AadConditionalAccess)
                places.Note(nameof(CertificateFilter.ClientAuthPurposes), entry.Child("EKUOID") ?? entry.Child("EKUName") ?? entry);
        }

        List<MarkupElement> hashes = [.. filtering.All("CAHashList").Where(Enabled).SelectMany(listed => listed.All("IssuerHash"))];
        places.Note(nameof(CertificateFilter.IssuerHashes), hashes);

        return new(places.CiteStart(filtering), purposes.ToImmutable(), list is null ? null : Enabled(list),
            [.. (list?.All("EKUMapInList") ?? []).Select(entry => Wanted(entry, purposes)).OfType<string>().Distinct()],
            [.. hashes.Select(hash => Hexadecimal(hash.Text)).Where(hash => hash.Length > 0)])
        {
            Fields = places.Take(),
        };
    }

    /// <summary>The OID an entry asks for: its own, or the one its name stands for in the map; null for a name that is not mapped.</summary>
    private static string? Wanted(MarkupElement entry, IReadOnlyDictionary<string, string> purposes)
    {
        if (entry.Child("EKUOID")?.Text is { Length: > 0 } purpose)
            return purpose;
        var name = entry.Child("EKUName")?.Text ?? entry.Text;
        return name.Length == 0 ? null : purposes.GetValueOrDefault(name);
    }

    /// <summary>The schema's default for the attribute is false.</summary>
    private static bool Enabled(MarkupElement list) => list.Attributes.TryGetValue("Enabled", out var value) && value.Trim().ToLowerInvariant() is "true" or "1";

    private static MarkupElement? Validation(MarkupElement? method) =>
        method?.Child("PerformServerValidation") ?? method?.At("PeapExtensions", "PerformServerValidation") ?? method?.At("ServerValidation", "PerformServerValidation");

    private static bool? Validates(MarkupElement? method) => Flag(Validation(method));

    private static ImmutableArray<string> Names(MarkupElement? names) =>
        names is null ? [] : [.. names.Text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static int? Number(MarkupElement? element) =>
        int.TryParse(element?.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
