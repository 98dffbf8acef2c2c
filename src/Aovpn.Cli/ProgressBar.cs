using Aovpn.Intake;
using Spectre.Console;

namespace Aovpn.Cli;

/// <summary>A bar on standard error for reading that takes longer than a second.</summary>
internal static class ProgressBar
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(200);

    public static async Task ShowAsync(Task work, IntakeProgress progress, CancellationToken cancel)
    {
        if (await EndsWithin(work, Patience, cancel))
            return;

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        await console.Progress()
            .AutoClear(true)
            .Columns(new SpinnerColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(), new TaskDescriptionColumn())
            .StartAsync(async context =>
            {
                var bar = context.AddTask("reading");
                do
                {
                    bar.MaxValue = Math.Max(progress.Total, 1);
                    bar.Value = Math.Min(progress.Done, progress.Total);
                    bar.Description = Markup.Escape(Path.GetFileName(progress.Current));
                }
                while (!await EndsWithin(work, Refresh, cancel));
            });
    }

    private static async Task<bool> EndsWithin(Task work, TimeSpan span, CancellationToken cancel) =>
        await Task.WhenAny(work, Task.Delay(span, cancel)) == work || cancel.IsCancellationRequested;
}
