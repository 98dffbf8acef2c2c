namespace Aovpn.Lab.Deployment;

/// <summary>The way between client and VPN server, and how it is broken.</summary>
public sealed record LabPath
{
    /// <summary>UDP 500 is dropped both ways.</summary>
    public bool DropsIke { get; init; }

    /// <summary>UDP 4500 is dropped both ways.</summary>
    public bool DropsNatTraversal { get; init; }

    /// <summary>Of UDP 4500, what is no IKE message is dropped.</summary>
    public bool DropsEsp { get; init; }

    /// <summary>Bytes of the largest datagram that arrives: a longer one would travel in IP fragments.</summary>
    public int LargestDatagram { get; init; } = int.MaxValue;

    /// <summary>Nothing listens: the service is stopped.</summary>
    public bool IsClosed { get; init; }

    public static LabPath Open { get; } = new();

    /// <param name="isNatTraversal">On UDP 4500.</param>
    /// <param name="isEsp">No IKE message.</param>
    /// <param name="length">Bytes of the datagram.</param>
    public bool Lets(bool isNatTraversal, bool isEsp, int length) =>
        !IsClosed && !(isNatTraversal ? DropsNatTraversal : DropsIke) && !(isEsp && DropsEsp) && length <= LargestDatagram;
}
