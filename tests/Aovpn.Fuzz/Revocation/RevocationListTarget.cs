using Aovpn.Diagnosis.Trust.Revocation;

namespace Aovpn.Fuzz.Revocation;

/// <summary>Certificate revocation lists: none is believed that the authority did not sign.</summary>
internal sealed class RevocationListTarget : IFuzzTarget
{
    private static readonly byte[][] Lists = [RevocationSamples.Bytes("empty.crl"), RevocationSamples.Bytes("names-it.crl")];
    private static readonly byte[][] Signed = [.. Lists.Select(list => RevocationSamples.Signed(list))];

    public string Name => "revocation-list";

    public int MaxLength => 4096;

    public IEnumerable<byte[]> Seeds() => Lists;

    public IReadOnlyList<Range> Focus(byte[] input) => DerMutation.Contents(input);

    public byte[]? Mutate(byte[] input, Random random) => DerMutation.Of(input, random);

    public byte[] Repair(byte[] input, Random random) => DerMutation.Repaired(input);

    public bool Run(byte[] input) => RevocationSamples.Run(input, RevocationList.Judge, Signed);
}
