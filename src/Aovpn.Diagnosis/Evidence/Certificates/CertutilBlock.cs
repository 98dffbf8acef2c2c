namespace Aovpn.Diagnosis.Evidence.Certificates;

/// <summary>The lines of one certificate of a listing.</summary>
/// <param name="Index">The number in its banner.</param>
/// <param name="First">The banner's line.</param>
internal readonly record struct CertutilBlock(int Index, int First, int Last);
