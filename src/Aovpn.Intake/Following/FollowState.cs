using System.Collections.Immutable;

namespace Aovpn.Intake.Following;

/// <summary>What is written down so that following goes on where it ended, however it ended.</summary>
/// <param name="OutputLength">Bytes of the output before <paramref name="Pending"/>.</param>
/// <param name="Pending">What belongs behind them; part of it, or all, may be there already.</param>
/// <param name="Logs">How far they have been read once <paramref name="Pending"/> is in the output.</param>
/// <param name="Gone">Logs that are no longer where they were, and whose content is nowhere: they may come again under another name.</param>
public sealed record FollowState(long OutputLength, byte[] Pending, ImmutableArray<FollowedLog> Logs, ImmutableArray<FollowedLog> Gone);
