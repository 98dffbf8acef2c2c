namespace Aovpn.Diagnosis.Evidence.Certificates;

/// <summary>What a label of a certutil listing stands for, whatever its language.</summary>
internal enum CertutilField
{
    Unknown,
    SerialNumber,
    Issuer,
    NotBefore,
    NotAfter,
    Subject,
    Template,
    CertHash,
    KeyContainer,
    ContainerName,
    Provider,

    /// <summary>CA Version: certutil writes it for certification authorities only.</summary>
    AuthorityVersion,

    /// <summary>Other labels and fixed sentences of a listing: they tell that a line belongs to it.</summary>
    Other,
}
