using Org.BouncyCastle.Crypto.Prng;

namespace Aovpn.Probes.Sessions.Eap;

/// <summary><see cref="RandomBytes"/>, where BouncyCastle asks for a generator.</summary>
internal sealed class KernelRandom : IRandomGenerator
{
    /// <summary>The kernel needs none.</summary>
    public void AddSeedMaterial(byte[] seed)
    {
    }

    /// <inheritdoc cref="AddSeedMaterial(byte[])"/>
    public void AddSeedMaterial(ReadOnlySpan<byte> seed)
    {
    }

    /// <inheritdoc cref="AddSeedMaterial(byte[])"/>
    public void AddSeedMaterial(long seed)
    {
    }

    public void NextBytes(byte[] bytes) => RandomBytes.Fill(bytes);

    public void NextBytes(byte[] bytes, int start, int len) => RandomBytes.Fill(bytes.AsSpan(start, len));

    public void NextBytes(Span<byte> bytes) => RandomBytes.Fill(bytes);
}
