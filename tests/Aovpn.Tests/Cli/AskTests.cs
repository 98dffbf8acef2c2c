using System.CommandLine;
using System.Text.Json;
using Aovpn.Cli;
using Aovpn.Cli.Diagnosing;

namespace Aovpn.Tests.Cli;

/// <summary><c>diagnose --ask</c> with somebody who answers from a list.</summary>
public sealed class AskTests
{
    private const string Ticket = "VPN fails with error 13801.";

    [Fact]
    public void A_comparison_that_parts_what_is_left_is_asked_for_and_its_answer_is_evidence()
    {
        var (_, output, person) = Ask(Ticket, "y", "q");
        var (_, before, _) = Ask(Ticket, "q");

        Assert.Contains(person.Heard, line => line.EndsWith("(y)es, (n)o, (d)on't know, (q)uit", StringComparison.Ordinal));
        using var json = JsonDocument.Parse(output);
        Assert.Contains("answer 1", json.RootElement.GetProperty("artifacts").EnumerateArray().Select(one => one.GetProperty("name").GetString()));
        Assert.NotEqual(Order(before), Order(output));
    }

    [Fact]
    public void Pasted_output_is_read_and_the_cause_is_proved()
    {
        string[] store =
        [
            "PS C:\\> certutil -v -store My", "My \"Personal\"", "================ Certificate 0 ================", "Serial Number: 1a2b3c", "Issuer: CN=Example CA",
            " NotBefore: 1/1/2020 10:00 AM", " NotAfter: 1/1/2021 10:00 AM", "Subject: CN=vpn.example.com", "Cert Hash(sha1): 0123456789abcdef0123456789abcdef01234567",
            "    Enhanced Key Usage", "        Server Authentication (1.3.6.1.5.5.7.3.1)", "Private key is NOT exportable", "CertUtil: -store command completed successfully.", ".",
        ];
        var person = new Person(question => question.StartsWith("Wanted: the certificate that the VPN server presents", StringComparison.Ordinal) ? store
            : question.StartsWith("Wanted:", StringComparison.Ordinal) ? [""] : ["d"]);
        var (status, output) = Run(Ticket, person);

        using var json = JsonDocument.Parse(output);
        var first = json.RootElement.GetProperty("findings")[0];
        Assert.Equal(("AOV401", "found", 1), (first.GetProperty("id").GetString(), first.GetProperty("verdict").GetString(), status));
        Assert.Contains(person.Heard, line => line.StartsWith("Proved: AOV401", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_is_asked_twice_and_it_ends()
    {
        var person = new Person(question => question.StartsWith("Wanted:", StringComparison.Ordinal) ? [""] : ["d"]);
        Run(Ticket, person);

        var questions = person.Heard.Where(line => line.StartsWith("Wanted:", StringComparison.Ordinal) || line.Contains('?', StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(questions);
        Assert.Equal(questions.Distinct(), questions);
        Assert.Contains("Nothing more that could be asked separates what is left.", person.Heard);
    }

    [Fact]
    public void An_answer_that_is_none_is_asked_for_again()
    {
        var (_, _, person) = Ask(Ticket, "perhaps", "q");

        Assert.Contains("Type y, n, d or q.", person.Heard);
    }

    [Fact]
    public void The_end_of_input_ends_it()
    {
        var (status, _, _) = Ask(Ticket);

        Assert.Equal(2, status);
    }

    [Fact]
    public void Healthy_evidence_asks_nothing()
    {
        var (status, _, person) = Ask("VPN works fine since Monday, thank you.");

        Assert.Equal(0, status);
        Assert.DoesNotContain(person.Heard, line => line.Contains('?', StringComparison.Ordinal));
    }

    [Fact]
    public void Where_standard_input_is_no_terminal_nothing_is_asked()
    {
        var run = Cli.Run.Aovpn("diagnose", "--ask", "--symptom", Ticket);

        Assert.Contains("standard input is no terminal, so nothing is asked", run.Error, StringComparison.Ordinal);
        Assert.Equal(Cli.Run.Aovpn("diagnose", "--symptom", Ticket).Output, run.Output);
    }

    private static string[] Order(string output)
    {
        using var json = JsonDocument.Parse(output);
        return [.. json.RootElement.GetProperty("findings").EnumerateArray().Select(one => $"{one.GetProperty("id").GetString()} {one.GetProperty("verdict").GetString()}")];
    }

    private static (int Status, string Output, Person Person) Ask(string ticket, params string[] answers)
    {
        var left = new Queue<string>(answers);
        var person = new Person(_ => left.TryDequeue(out var answer) ? [answer] : []);
        var (status, output) = Run(ticket, person);
        return (status, output, person);
    }

    private static (int Status, string Output) Run(string ticket, Person person)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var surroundings = new Surroundings(() => Stream.Null, TimeProvider.System, 100, Colour: false, ProgressIsSeen: false, IsDebugging: true) { Answers = person };
        var status = AovpnCommand.Run(
            ["diagnose", "--ask", "--symptom", ticket, "--format", "json", "--as-of", "2026-11-22"], surroundings, new InvocationConfiguration { Output = output, Error = TextWriter.Null });
        return (status, output.ToString());
    }

    /// <summary>Answers what was last asked.</summary>
    private sealed class Person(Func<string, IReadOnlyList<string>> answer) : IAnswers
    {
        private readonly Queue<string> _typed = [];

        public List<string> Heard { get; } = [];

        public void Say(string line) => Heard.Add(line);

        public string? ReadLine()
        {
            if (_typed.Count == 0)
            {
                var asked = Heard.Last(line => line.StartsWith("Wanted:", StringComparison.Ordinal) || line.Contains('?', StringComparison.Ordinal));
                foreach (var line in answer(asked))
                    _typed.Enqueue(line);
            }

            return _typed.TryDequeue(out var typed) ? typed : null;
        }
    }
}
