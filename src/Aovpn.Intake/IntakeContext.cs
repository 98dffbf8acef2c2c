using Aovpn.Diagnosis.Model;

namespace Aovpn.Intake;

/// <summary>What every step of one intake shares.</summary>
internal sealed class IntakeContext(IntakeLimits limits, IEnumerable<NamedHost> named, IntakeProgress? progress)
{
    private readonly List<NamedHost> _fromManifests = [];
    private readonly NamedHost[] _named = [.. named];

    public IntakeLimits Limits => limits;

    public IntakeProgress? Progress => progress;

    /// <summary>Spooled bytes live until the reports are written.</summary>
    public List<IDisposable> Kept { get; } = [];

    private byte[] _spare = [];

    /// <summary>Room for an artifact, handed back when it was read: one after the other they need no more memory than the largest.</summary>
    public byte[] Rent(int length)
    {
        var room = _spare.Length >= length ? _spare : GC.AllocateUninitializedArray<byte>(length);
        _spare = [];
        return room;
    }

    public void Return(byte[] room) => _spare = room.Length > _spare.Length ? room : _spare;

    public void Add(IEnumerable<NamedHost> manifest) => _fromManifests.AddRange(manifest);

    /// <summary>The host of a place: what the command line says, else a manifest, else the words in its name.</summary>
    /// <param name="path">Full path, entries of archives below their archive.</param>
    /// <param name="shown">The part of it that the user named or that lies below.</param>
    public Host HostOf(string path, string shown) =>
        NamedHost.Of(path, _named) ?? NamedHost.Of(path, _fromManifests) ?? new(HostWords.In(shown));
}
