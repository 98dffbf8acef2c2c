namespace Aovpn.Bench.Running;

/// <summary>A part of the product that is measured: its inputs, its contenders, its goals.</summary>
internal interface IBenchSuite
{
    /// <summary>What <c>--only</c> takes.</summary>
    string Name { get; }

    /// <summary>The heading of its section in docs/performance.md.</summary>
    string Title { get; }

    /// <summary>What is measured and where the inputs come from, for the page.</summary>
    string About { get; }

    /// <summary>Makes the inputs, each when it is asked for.</summary>
    IEnumerable<Comparison> Comparisons(BenchSettings settings);
}
