namespace Aovpn.Codecs.Nps;

/// <summary>Takes what <see cref="NpsScan"/> reads, on one thread.</summary>
public interface INpsVisitor
{
    /// <param name="row">Valid during the call only.</param>
    void Take(NpsRow row);

    void Take(NpsDamage damage);
}
