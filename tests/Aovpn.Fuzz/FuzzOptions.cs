using System.Globalization;

namespace Aovpn.Fuzz;

/// <summary>What was asked for on the command line.</summary>
/// <param name="Executions">Past the header, for each target.</param>
/// <param name="IsQuick">A smoke test: growing coverage is no failure.</param>
public sealed record FuzzOptions(string Target, long Executions, int Seed, bool IsQuick)
{
    public const long Default = 1_000_000, Quick = 20_000;

    public const string Usage = """
        dotnet run dev.cs -- fuzz [TARGET|all] [--executions N] [--seed N] [--quick]
        """;

    /// <returns>Null for what cannot be understood.</returns>
    public static FuzzOptions? Of(string[] arguments)
    {
        var options = new FuzzOptions("all", Default, 1, IsQuick: false);
        for (var at = 0; at < arguments.Length; at++)
        {
            switch (arguments[at])
            {
                case "--quick":
                    options = options with { IsQuick = true, Executions = Math.Min(options.Executions, Quick) };
                    break;
                case "--executions" when at + 1 < arguments.Length && long.TryParse(arguments[at + 1], NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var executions) && executions > 0:
                    options = options with { Executions = executions };
                    at++;
                    break;
                case "--seed" when at + 1 < arguments.Length && int.TryParse(arguments[at + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var seed):
                    options = options with { Seed = seed };
                    at++;
                    break;
                case var name when !name.StartsWith('-'):
                    options = options with { Target = name };
                    break;
                default:
                    return null;
            }
        }

        return options;
    }
}
