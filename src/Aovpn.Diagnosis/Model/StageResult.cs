using System.Collections.Immutable;

namespace Aovpn.Diagnosis.Model;

/// <summary>How far a connection came at one stage, and what shows it.</summary>
public sealed record StageResult(Stage Stage, StageState State, Message Summary, ImmutableArray<Citation> Evidence);
