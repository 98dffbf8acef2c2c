using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Judgement;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Rules;
using Aovpn.Lab.Certificates;
using Aovpn.Lab.Eap;
using Aovpn.Probes;
using Aovpn.Probes.Sessions.Eap;
using Aovpn.Reports;

namespace Aovpn.Fuzz.Peers;

/// <summary>
/// Whole runs of one of our peers against the lab's responder, whose messages are changed before and after they are protected. The peer has to come to
/// an end within its limits, to throw nothing and to tell no secret: neither in the transcript nor in the report about it.
/// </summary>
internal abstract class PeerTarget : IFuzzTarget
{
    protected const string User = "alice@corp.example.com", Password = "Wr1tten-Nowhere!", SharedSecret = "Kept-By-Tw0-0nly";

    protected static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Reading and judging a transcript takes longer than the run: one in so many is, chosen by its bytes.</summary>
    private const int Judged = 512;

    private const int MostEdits = 12;

    private static readonly PlantedSecrets Secrets = new(Password, SharedSecret);

    /// <summary>Made by the first run: instrumented code may not run before the fuzzer has its map.</summary>
    private readonly Lazy<(EapServerSettings Server, EapPeerSettings Peer)> _deployment;

    /// <param name="rsa">Keys of certificates: BouncyCastle, which TLS has, checks RSA faster, the platform signs faster by ECDSA.</param>
    protected PeerTarget(bool rsa) => _deployment = new(() => Deployment(rsa));

    public abstract string Name { get; }

    public int MaxLength => MessageEdits.Header + (MostEdits * 5);

    /// <summary>Runs that differ by more than edits: methods, goals.</summary>
    protected abstract int Variants { get; }

    protected EapServerSettings Server => _deployment.Value.Server;

    protected EapPeerSettings Peer => _deployment.Value.Peer;

    public IEnumerable<byte[]> Seeds()
    {
        for (byte variant = 0; variant < Variants; variant++)
        {
            yield return [variant];
            for (byte message = 0; message < 9; message++)
            {
                yield return [variant, .. MessageEdits.Edit(message, isInside: true, MessageEdit.Set, 5, 0x40), .. MessageEdits.Edit(message, isInside: false, MessageEdit.Set, 30, 0xFF)];
                yield return [variant, .. MessageEdits.Edit(message, isInside: message % 2 == 0, MessageEdit.Cut, 9, 0), .. MessageEdits.Edit(message, isInside: false, MessageEdit.Repeat, 0, message)];
            }
        }

        yield return [0, .. MessageEdits.Edit(1, isInside: false, MessageEdit.Lose, 0, 0)];
    }

    /// <summary>An edit of one of the first messages, which more runs reach.</summary>
    public byte[]? Mutate(byte[] input, Random random)
    {
        var kind = random.Next(4) == 0 ? (MessageEdit)random.Next(7) : MessageEdit.Set;
        var edit = MessageEdits.Edit((byte)random.Next(12), random.Next(2) == 0, kind, (ushort)random.Next(random.Next(2) == 0 ? 64 : 1500), (byte)random.Next(256));
        return [.. input, .. edit];
    }

    public bool Run(byte[] input)
    {
        if (input.Length == 0)
            return false;

        var clock = new PeerClock(Now);
        var transcript = new Transcript(clock);
        Run(input[0] % Variants, new(input), transcript, clock);
        var lines = string.Join('\n', transcript.Lines);
        Secrets.AreNotIn(lines, "the transcript");
        if (input.Aggregate(17, (sum, one) => unchecked((sum * 31) + one)) % Judged == 0)
            Judge(lines);
        return true;
    }

    /// <summary>One run, from the first message to its end.</summary>
    protected abstract void Run(int variant, MessageEdits edits, Transcript transcript, PeerClock clock);

    private static void Judge(string lines)
    {
        var artifact = new Artifact("probe.jsonl", Host.Client);
        var reading = EvidenceReading.Default.Read(ArtifactContent.Of(artifact, lines + "\n"));
        var diagnosis = new Engine(RuleBook.Default).Diagnose(reading.Observations, [], new(Now, Now, Scope.Everything));
        using var report = new StringWriter();
        new TextReport().Write(diagnosis, Excerpts.None, ReportOptions.Default with { All = true }, report);
        Secrets.AreNotIn(report.ToString(), "the report");
    }

    private static (EapServerSettings Server, EapPeerSettings Peer) Deployment(bool rsa)
    {
        using var authority = new LabAuthority("Fuzzed Root", Now, rsa);
        var own = authority.Issue(User, ["1.3.6.1.5.5.7.3.2"]);
        return (
            new(authority.Issue("nps.example.com", ["1.3.6.1.5.5.7.3.1"]), [authority.Root], Now) { User = User, Password = Password },
            new(User, []) { Password = new(Password), Certificate = new(own.Chain, own.Key), Trust = new([authority.Root], Now), AllowsMsChapV2WithoutTunnel = true });
    }
}
