namespace Aovpn.Fuzz;

/// <summary>
/// One codec or reader under the fuzzer. Found by reflection; needs a constructor without parameters and runs on one thread. An exception
/// other than <see cref="Codecs.MalformedException"/> is a crash, so <see cref="Run"/> may also throw for an answer that is wrong.
/// </summary>
public interface IFuzzTarget
{
    /// <summary>In lower case, as typed behind <c>fuzz</c>.</summary>
    string Name { get; }

    /// <summary>Good inputs, from our generators and samples. Every one of them gets past the header.</summary>
    IEnumerable<byte[]> Seeds();

    /// <summary>Inputs do not grow beyond this many bytes.</summary>
    int MaxLength => 64 * 1024;

    /// <summary>Bytes of the header: what is malformed behind them got past it.</summary>
    int HeaderLength => 0;

    /// <summary>Words of the format, for a mutator that does not guess them.</summary>
    IReadOnlyList<byte[]> Words => [];

    /// <summary>The bytes that are worth changing, for formats with much that is not read. A mutation falls into one of them.</summary>
    IReadOnlyList<Range> Focus(byte[] input) => [Range.All];

    /// <summary>A change that knows the format.</summary>
    /// <param name="input">May be changed.</param>
    /// <returns>Null for a general change in place of it.</returns>
    byte[]? Mutate(byte[] input, Random random) => null;

    /// <summary>Makes lengths and checksums agree again, so that a changed input gets past them. Called for most inputs, not for all.</summary>
    /// <param name="input">May be changed.</param>
    byte[] Repair(byte[] input, Random random) => input;

    /// <returns>Whether the input was recognized and read behind its header.</returns>
    /// <exception cref="Codecs.MalformedException">The input is malformed, and it said so.</exception>
    /// <exception cref="WrongAnswerException">An answer that no input may cause, a secret in it for instance.</exception>
    bool Run(byte[] input);
}
