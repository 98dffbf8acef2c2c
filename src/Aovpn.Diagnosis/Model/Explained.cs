using System.Collections.Frozen;
using System.Globalization;

namespace Aovpn.Diagnosis.Model;

/// <summary>What a cause explains: a code or another symptom. Written in pages as 13801, 0x800B0109, nps:16, event:20276, aadsts:53000, never-dials.</summary>
public readonly record struct Explained(SymptomId Symptom, Code? Code)
{
    private static readonly FrozenDictionary<string, SymptomId> Symptoms =
        Enum.GetValues<SymptomId>().Where(symptom => symptom is not SymptomId.Code).ToFrozenDictionary(symptom => KebabCase.Of(symptom.ToString()), StringComparer.Ordinal);

    public Explained(Code code)
        : this(SymptomId.Code, code)
    {
    }

    public Explained(SymptomId symptom)
        : this(symptom, null)
    {
    }

    /// <summary>With this, the user is not connected: a code, or what stands in the way before one is shown.</summary>
    public bool IsFailureToConnect => Symptom is SymptomId.Code or SymptomId.NeverDials or SymptomId.AsksForCertificate or SymptomId.AsksForCredentials
        or SymptomId.Oops or SymptomId.ProfileAbsent or SymptomId.ConnectionFails
        or SymptomId.RadiusSilent or SymptomId.RefusedAtIdentity or SymptomId.RefusedAfterHandshake or SymptomId.RefusedDuringMethod;

    /// <summary>As pages write it: 13801, 0x800B0109, nps:16, never-dials. <see cref="Parse"/> reads it back.</summary>
    public string Written => Code is not { } code
        ? KebabCase.Of(Symptom.ToString())
        : code.Family is CodeFamily.Windows ? code.ToString() : string.Create(CultureInfo.InvariantCulture, $"{Prefix(code.Family)}:{code.Value}");

    /// <exception cref="FormatException">The text names neither a code nor a symptom.</exception>
    public static Explained Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && Family(text[..colon]) is { } family && uint.TryParse(text[(colon + 1)..], CultureInfo.InvariantCulture, out var number))
            return new(new Code(family, number));
        if (text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            && uint.TryParse(text[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var hex))
            return new(Model.Code.Windows(hex));
        if (uint.TryParse(text, CultureInfo.InvariantCulture, out var plain))
            return new(Model.Code.Windows(plain));
        if (Symptoms.TryGetValue(text, out var symptom))
            return new(symptom);

        throw new FormatException($"'{text}' is neither a code nor a symptom");
    }

    public override string ToString() => Code is { } code ? code.ToString() : KebabCase.Of(Symptom.ToString());

    private static string Prefix(CodeFamily family) => family switch
    {
        CodeFamily.NpsReason => "nps",
        CodeFamily.IkeNotify => "ike",
        CodeFamily.EapType => "eap",
        CodeFamily.Event => "event",
        CodeFamily.EntraSignIn => "aadsts",
        _ => family.ToString(),
    };

    private static CodeFamily? Family(string prefix) => prefix switch
    {
        "nps" => CodeFamily.NpsReason,
        "ike" => CodeFamily.IkeNotify,
        "eap" => CodeFamily.EapType,
        "event" => CodeFamily.Event,
        "aadsts" => CodeFamily.EntraSignIn,
        _ => null,
    };
}
