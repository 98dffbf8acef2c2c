namespace Aovpn.LabTable;

/// <summary>What was seen of a pair.</summary>
/// <param name="Both">Cells of the earlier fault, while both are there.</param>
/// <param name="Healed">Cells of the later one, after the earlier was healed.</param>
/// <param name="Trouble">Why the lab could not do it; null where it could.</param>
internal sealed record PairOutcome(Pair Pair, Cell[] Both, Cell[] Healed, string? Trouble)
{
    public bool IsRight => Trouble is null && Both.All(cell => cell.IsRight) && Healed.All(cell => cell.IsRight);

    public string? Problem => Trouble ?? Both.Concat(Healed).FirstOrDefault(cell => !cell.IsRight)?.ToString();

    public override string ToString() =>
        $"pair\t{Pair.Method}\t{Pair.Earlier.Fault}, {Pair.Later.Fault}\t{(IsRight ? "right" : "WRONG")}\t{Problem ?? $"{Both[0].Seen}, then {Healed[0].Seen}"}";
}
