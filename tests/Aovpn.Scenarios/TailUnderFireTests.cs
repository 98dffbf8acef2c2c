using System.Globalization;

namespace Aovpn.Scenarios;

/// <summary>
/// In the suite a log is rolled or truncated once its lines are in the output, so that no clock decides. <c>dotnet run dev.cs -- tail</c> runs the long
/// form: 100 rotations, never before a second has passed, and 50 kills at any time.
/// </summary>
public sealed class TailUnderFireTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aovpn-tail-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Each_line_is_in_the_output_once_over_rotations_truncations_and_kills()
    {
        var (rotations, kills) = await (Environment.GetEnvironmentVariable("AOVPN_TAIL") is { } program ? Long(program) : Short());
        Assert.True(rotations >= 8 && kills >= 6);
    }

    private async Task<(int Rotations, int Kills)> Short()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var fire = new TailUnderFire(_folder.FullName, ["dotnet", Path.Combine(AppContext.BaseDirectory, "aovpn.dll")], seed: 7);
        fire.Start();
        for (var turn = 0; turn < 8; turn++)
        {
            fire.WriteSome();
            if (turn % 2 == 1)
                fire.KillAndStart();
            fire.WriteSome();
            await fire.CaughtUp(cancel);
            if (turn % 4 == 2)
                fire.KillAndStart();
            fire.Rotate();
        }

        fire.WriteSome();
        await fire.CaughtUp(cancel);
        return EachLineOnce(fire);
    }

    private async Task<(int Rotations, int Kills)> Long(string program)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var fire = new TailUnderFire(_folder.FullName, [program], seed: 11);
        fire.Start();
        var killing = Task.Run(async () =>
        {
            var random = new Random(13);
            for (var kill = 0; kill < 50; kill++)
            {
                await Task.Delay(random.Next(300, 3_500), cancel);
                fire.KillAndStart();
            }
        }, cancel);
        for (var turn = 0; turn < 100; turn++)
        {
            for (var burst = 0; burst < 3; burst++)
            {
                fire.WriteSome();
                await Task.Delay(50, cancel);
            }

            await Task.Delay(TimeSpan.FromSeconds(1), cancel);
            fire.Rotate();
        }

        await killing;
        fire.WriteSome();
        await fire.CaughtUp(cancel);
        await Task.Delay(TimeSpan.FromSeconds(3), cancel);
        return EachLineOnce(fire);
    }

    private static (int Rotations, int Kills) EachLineOnce(TailUnderFire fire)
    {
        long[] shown = [.. fire.Shown().Order()];
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{fire.Written} lines written, {fire.Rotations} rotations and truncations, {fire.Kills} kills; {shown.Length} lines in the output, {shown.Distinct().Count()} different"));
        Assert.Equal(Enumerable.Range(0, (int)fire.Written).Select(number => (long)number), shown);
        return (fire.Rotations, fire.Kills);
    }
}
