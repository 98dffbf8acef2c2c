namespace Aovpn.Codecs.Ike;

/// <summary>Puts the fragments of one message together, RFC 7383 §2.6; fragments are added after they were authenticated.</summary>
public sealed class FragmentAssembly
{
    /// <summary>64 KB in pieces of 500 bytes; more is an attack or a fault.</summary>
    private const int MostFragments = 128;

    private const int LargestMessage = 64 * 1024;

    private readonly Dictionary<int, byte[]> _pieces = [];
    private uint _messageId;
    private int _total;
    private PayloadType _first;

    /// <param name="piece">What was inside the fragment.</param>
    /// <returns>The whole content and the type of its first payload once the last fragment is there; null before.</returns>
    /// <exception cref="MalformedException">Too many fragments, or too large together.</exception>
    public (PayloadType First, byte[] Content)? Add(uint messageId, EncryptedFragmentPayload fragment, byte[] piece)
    {
        if (fragment.Total > MostFragments)
            throw new MalformedException("SKF.TotalFragments", 0, $"is {fragment.Total}, no message needs more than {MostFragments}");

        // A peer that learned of a smaller path sends all anew in more fragments: the larger total wins (RFC 7383 §2.6).
        if (messageId != _messageId || fragment.Total > _total)
        {
            _pieces.Clear();
            (_messageId, _total) = (messageId, fragment.Total);
        }

        if (fragment.Total < _total)
            return null;

        _pieces.TryAdd(fragment.Number, piece);
        if (fragment.Number == 1)
            _first = fragment.FirstInside;

        if (_pieces.Values.Sum(one => one.Length) > LargestMessage)
            throw new MalformedException("SKF.EncryptedPayloads", 0, $"is more than {LargestMessage} bytes in all fragments");

        return _pieces.Count == _total ? (_first, [.. Enumerable.Range(1, _total).SelectMany(number => _pieces[number])]) : null;
    }
}
