namespace Aovpn.Diagnosis.Model;

/// <summary>Whether a machine wrote something down or a person says so.</summary>
public enum Provenance
{
    /// <summary>Written by a machine: a log, a listing, a profile, a capture.</summary>
    Recorded,

    /// <summary>Told by a person: a note, a ticket, <c>--symptom</c>. Orders and rules out; alone it proves only what just a person can know.</summary>
    Reported,
}
