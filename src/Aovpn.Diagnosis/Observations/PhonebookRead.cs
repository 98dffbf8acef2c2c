using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>A phonebook, rasphone.pbk, as a whole; each of its entries is a <see cref="ProfileRead"/>.</summary>
/// <param name="Entries">Sections found.</param>
/// <param name="ForeignLines">Lines that are neither [name] nor key=value.</param>
public sealed record PhonebookRead(Citation Source, Host About, int Entries, int ForeignLines) : Observation(Source, About, null);
