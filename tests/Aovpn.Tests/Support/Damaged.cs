namespace Aovpn.Tests.Support;

/// <summary>Damaged copies of a sample, the same for every run: cut at seeded places, and with seeded bits flipped.</summary>
public static class Damaged
{
    private const int Seed = 20261122;

    /// <param name="copies">Of each sort.</param>
    public static IEnumerable<byte[]> Copies(byte[] sample, int copies = 60)
    {
        var random = new Random(Seed);
        for (var copy = 0; copy < copies; copy++)
            yield return sample[..random.Next(sample.Length)];

        for (var copy = 0; copy < copies; copy++)
        {
            var flipped = (byte[])sample.Clone();
            for (var flips = 1 + random.Next(8); flips > 0; flips--)
                flipped[random.Next(flipped.Length)] ^= (byte)(1 << random.Next(8));
            yield return flipped;
        }
    }
}
