using Aovpn.Intake.Following;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Intake.Following;

/// <summary>Whatever happens to the logs, and whenever the run is killed: each line comes once.</summary>
public sealed class LogFollowerTests : IDisposable
{
    private readonly WrittenLogs _logs = new();

    public void Dispose() => _logs.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_log_that_is_renamed_and_begun_anew_is_read_to_its_end_and_the_new_one_too(bool isKilled)
    {
        _logs.Write("IN2611.log");
        Step(isKilled);
        _logs.Write("IN2611.log");
        File.Move(_logs.At("IN2611.log"), _logs.At("IN2611001.log"));
        _logs.Write("IN2611.log");
        Step(isKilled);
        _logs.Write("IN2611.log");
        File.Move(_logs.At("IN2611.log"), _logs.At("old-of-november"));
        _logs.Write("IN2611.log");

        EachLineOnce(isKilled);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Names_that_move_up_by_one_are_told_apart(bool isKilled)
    {
        for (var turn = 0; turn < 4; turn++)
        {
            _logs.Write("IN.log");
            Step(isKilled);
            _logs.Write("IN.log");
            for (var number = 3; number > 0; number--)
            {
                if (File.Exists(_logs.At($"IN.log.{number}")))
                    File.Move(_logs.At($"IN.log.{number}"), _logs.At($"IN.log.{number + 1}"), overwrite: true);
            }

            File.Move(_logs.At("IN.log"), _logs.At("IN.log.1"));
        }

        EachLineOnce(isKilled);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_log_that_is_truncated_begins_anew_even_when_it_is_longer_than_before(bool isKilled)
    {
        _logs.Write("IN2611.log");
        Step(isKilled);
        _logs.Truncate("IN2611.log");
        _logs.Write("IN2611.log", lines: 9);
        Step(isKilled);
        _logs.Truncate("IN2611.log");
        Step(isKilled);
        _logs.Write("IN2611.log", lines: 1);

        EachLineOnce(isKilled);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_log_that_is_copied_and_truncated_is_read_once(bool isKilled)
    {
        _logs.Write("IN2611.log");
        Step(isKilled);
        File.Copy(_logs.At("IN2611.log"), _logs.At("IN2611-copy.log"));
        Step(isKilled);
        Step(isKilled);
        _logs.Write("IN2611.log");
        File.Copy(_logs.At("IN2611.log"), _logs.At("IN2611-copy2.log"));
        _logs.Truncate("IN2611.log");
        Step(isKilled);
        _logs.Write("IN2611.log");

        EachLineOnce(isKilled);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_log_that_is_deleted_and_written_anew_is_another(bool isKilled)
    {
        _logs.Write("IN2611.log");
        Step(isKilled);
        File.Delete(_logs.At("IN2611.log"));
        _logs.Write("IN2611.log");
        Step(isKilled);
        File.Delete(_logs.At("IN2611.log"));
        Step(isKilled);
        _logs.Write("IN2612.txt");

        EachLineOnce(isKilled);
    }

    [Fact]
    public void A_backup_that_is_older_than_its_log_holds_nothing_back()
    {
        _logs.Write("IN2611.log");
        File.Copy(_logs.At("IN2611.log"), _logs.At("IN2611 - Copy.log"));
        _logs.Write("IN2611.log");
        Step(isKilled: false);
        Step(isKilled: true);
        _logs.Write("IN2611.log");

        EachLineOnce(isKilled: true);
    }

    [Fact]
    public void Logs_that_begin_with_one_heading_are_two_logs()
    {
        const string Heading = "ComputerName,ServiceName,Record-Date\r\n";
        _logs.WriteText("IN1.log", Heading);
        Step(isKilled: false);
        _logs.WriteText("IN2.log", Heading);
        Step(isKilled: false);
        _logs.Write("IN1.log");
        _logs.Write("IN2.log");
        Step(isKilled: false);

        Assert.Equal(_logs.Written, _logs.Followed().Where(line => !line.StartsWith("Comp", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Half_a_line_waits_for_its_other_half()
    {
        var rest = _logs.Begin("IN2611.log");
        Step(isKilled: false);
        Assert.Empty(_logs.Followed());
        _logs.WriteText("IN2611.log", rest);

        EachLineOnce(isKilled: false);
    }

    [Fact]
    public void A_log_that_ends_in_the_middle_of_a_line_is_given_up_when_another_goes_on()
    {
        _logs.Write("IN1.log", lines: 1);
        _logs.Begin("IN1.log");
        Step(isKilled: false);
        Assert.Single(_logs.Followed());
        _logs.Write("IN2.log", lines: 1);
        Step(isKilled: false);
        Step(isKilled: false);

        Assert.Contains(_logs.Followed(), line => line.EndsWith(_logs.Written[1][..20], StringComparison.Ordinal));
    }

    [Fact]
    public void An_XML_record_that_is_spread_over_lines_comes_as_a_whole()
    {
        _logs.WriteText("IN1.log", "<Event>\r\n  <User-Name data_type=\"1\">alice</User-Name>\r\n");
        Step(isKilled: false);
        Assert.Empty(_logs.Followed());
        _logs.WriteText("IN1.log", "</Event>");
        Step(isKilled: false);

        Assert.Equal("</Event>", _logs.Followed()[^1]);
    }

    [Fact]
    public void A_line_that_is_no_record_for_its_length_is_skipped()
    {
        _logs.Write("IN1.log", lines: 1);
        _logs.WriteText("IN1.log", new string('x', 5 << 20));
        Step(isKilled: true);
        _logs.WriteText("IN1.log", "\r\n");
        _logs.Write("IN1.log");

        EachLineOnce(isKilled: true);
    }

    /// <summary>Writers that do anything at any time: seeded, so that it is the same every time.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Five_hundred_turns_of_writing_rolling_truncating_and_killing(int seed)
    {
        var random = new Random(seed);
        for (var turn = 0; turn < 500; turn++)
        {
            _logs.Write("IN2611.log", random.Next(1, 5));
            Step(isKilled: random.Next(3) == 0);
            switch (random.Next(6))
            {
                case 0:
                    _logs.Truncate("IN2611.log");
                    break;
                case 1:
                    File.Move(_logs.At("IN2611.log"), _logs.At($"IN2611{turn:000}.log"));
                    break;
                case 2:
                    _logs.Write("IN2611.log", random.Next(1, 5));
                    File.Move(_logs.At("IN2611.log"), _logs.At($"rolled.{turn}"));
                    break;
                case 3:
                    File.Copy(_logs.At("IN2611.log"), _logs.At($"IN{turn:000}copy.txt"));
                    _logs.Truncate("IN2611.log");
                    break;
                case 4:
                    File.Delete(_logs.At("IN2611.log"));
                    break;
                default:
                    _logs.WriteText("IN2611.log", _logs.Begin("IN2611.log"));
                    break;
            }

            if (random.Next(10) == 0)
                Array.ForEach(Directory.GetFiles(Path.GetDirectoryName(_logs.At(""))!, "IN2611???.log"), File.Delete);
        }

        EachLineOnce(isKilled: true);
    }

    [Fact]
    public void A_first_run_from_the_end_begins_with_what_is_written_then()
    {
        using var folder = new TemporaryFolder();
        folder.Write("IN1.log", "old\r\nhalf");
        var follower = new LogFollower([new FollowTarget(folder.Path, IsFolder: true, ["IN*.log"])], null, fromBeginning: false, TimeProvider.System);
        Assert.Empty(follower.Poll());
        File.AppendAllText(folder.At("IN1.log"), " new\r\n");
        folder.Write("IN2.log", "first\r\n");

        Assert.Equal(["half new\r\n", "first\r\n"], follower.Poll().Select(piece => System.Text.Encoding.UTF8.GetString(piece.Text)));
    }

    private void Step(bool isKilled)
    {
        _logs.Follow();
        if (isKilled)
            _logs.Kill();
    }

    private void EachLineOnce(bool isKilled)
    {
        Step(isKilled);
        Step(isKilled);
        Assert.Equal(_logs.Written.Order(StringComparer.Ordinal), _logs.Followed().Order(StringComparer.Ordinal));
    }
}
