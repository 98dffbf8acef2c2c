namespace Aovpn.Fuzz;

/// <summary>A codec that writes what it reads: what it wrote it reads to the same again, whatever the first bytes were.</summary>
internal abstract class RecodingTarget : IFuzzTarget
{
    public abstract string Name { get; }

    public virtual int MaxLength => 4096;

    public virtual int HeaderLength => 0;

    public abstract IEnumerable<byte[]> Seeds();

    public virtual byte[] Repair(byte[] input, Random random) => input;

    public bool Run(byte[] input)
    {
        var once = Recoded(input);
        if (!Recoded(once).AsSpan().SequenceEqual(once))
            throw new WrongAnswerException("what was encoded is decoded to something else");
        return true;
    }

    /// <summary>Decodes, looks at whatever can be asked for, and encodes.</summary>
    protected abstract byte[] Recoded(byte[] input);
}
