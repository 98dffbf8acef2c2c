using Aovpn.Codecs.Nps;
using Aovpn.Diagnosis.Evidence.Nps;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.NpsReporting;

/// <summary>What is wrong with a place of a log that is no record, without its words: these may hold anything.</summary>
public static class NpsDamageSentence
{
    public static Message Of(NpsDamage damage) => NpsDamages.Sentence(damage);
}
