using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Aovpn.Diagnosis.Evidence.Transcripts;
using Aovpn.Diagnosis.Trust.Revocation;
using Aovpn.Probes.Revocation;
using Aovpn.Probes.Tests.Lab;
using Org.BouncyCastle.Asn1.Ocsp;
using Org.BouncyCastle.Ocsp;

namespace Aovpn.Probes.Tests.Revocation;

/// <summary>Certificates that were shown in EAP, and the addresses that they name, served on loopback.</summary>
public sealed class RevocationQuestionsTests : IDisposable
{
    private const string OcspSigning = "1.3.6.1.5.5.7.3.9";
    private static readonly byte[] Serial = [0x12, 0x34, 0x56];
    private static readonly DateTimeOffset Later = RevocationAuthority.Now.AddDays(7), Earlier = RevocationAuthority.Now.AddDays(-1);

    private readonly RevocationAuthority _authority = new();

    public void Dispose() => _authority.Dispose();

    [Fact]
    public async Task A_list_in_force_that_does_not_name_the_certificate_says_good()
    {
        var entry = await ListedAsync(_authority.List(Later, [0x12, 0x34], [0x34, 0x56]));

        Assert.Equal(("good", true, Later), (entry.Answer, entry.Signed, entry.NextUpdate));
        Assert.Equal(("eap", "CN=vpn.example.com", "crl"), (entry.Use, entry.Subject, entry.Protocol));
    }

    [Fact]
    public async Task A_list_that_names_it_says_revoked_and_since_when()
    {
        var entry = await ListedAsync(_authority.List(Later, [0x01], Serial, [0x02]));

        Assert.Equal(("revoked", RevocationAuthority.Now.AddDays(-2)), (entry.Answer, entry.RevokedAt));
    }

    [Fact]
    public async Task A_list_in_pem_is_read_too()
    {
        var pem = Encoding.ASCII.GetBytes(System.Security.Cryptography.PemEncoding.WriteString("X509 CRL", _authority.List(Later, Serial)));

        Assert.Equal("revoked", (await ListedAsync(pem)).Answer);
    }

    [Fact]
    public async Task A_list_that_has_run_out_says_until_when_it_could_be_used()
    {
        var entry = await ListedAsync(_authority.List(Earlier));

        Assert.Equal(("out-of-date", Earlier), (entry.Answer, entry.NextUpdate));
    }

    [Fact]
    public async Task A_list_that_another_key_signed_under_the_same_name_is_forged()
    {
        using var impostor = new RevocationAuthority();

        Assert.Equal(("forged", false), await ListedAsync(impostor.List(Later, Serial)) is var entry ? (entry.Answer, entry.Signed) : default);
    }

    [Fact]
    public async Task The_list_of_another_authority_is_of_no_use()
    {
        using var other = new RevocationAuthority("CN=Other CA");

        var entry = await ListedAsync(other.List(Later));

        Assert.Equal(("malformed", "it is the list of CN=Other CA, who did not issue the certificate"), (entry.Answer, entry.Problem));
    }

    [Fact]
    public void No_damaged_list_is_believed()
    {
        var list = _authority.List(Later, Serial);
        using var issued = Issued([], []);
        var signed = new AsnReader(list, AsnEncodingRules.DER).ReadSequence().PeekEncodedValue().Length;
        var answers = new HashSet<RevocationAnswer>();
        for (var place = 0; place < list.Length; place++)
        {
            byte[] flipped = [.. list];
            flipped[place] ^= 0x10;
            if (place < signed)
                answers.Add(RevocationList.Judge(flipped, issued.RawData, _authority.Certificate.RawData, RevocationAuthority.Now).Answer);
            answers.Add(RevocationList.Judge(list[..place], issued.RawData, _authority.Certificate.RawData, RevocationAuthority.Now).Answer);
        }

        Assert.Empty(answers.Intersect([RevocationAnswer.Good, RevocationAnswer.Revoked, RevocationAnswer.OutOfDate]));
    }

    [Fact]
    public async Task Deep_nesting_is_no_list()
    {
        var nested = Enumerable.Repeat((byte)0x30, 1 << 20).SelectMany(tag => new byte[] { tag, 0x84, 0x7f, 0xff, 0xff, 0xff }).ToArray();

        Assert.Equal("malformed", (await ListedAsync(nested)).Answer);
    }

    [Theory]
    [InlineData("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", "refused", "HTTP status 404")]
    [InlineData("HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n", "refused", "HTTP status 302: it is elsewhere, where nobody was asked")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 40000000\r\n\r\n", "unreachable", "the answer is longer than 32 MiB")]
    [InlineData("SSH-2.0-OpenSSH_9.9\r\n", "unreachable", "what came is no HTTP")]
    [InlineData("", "unreachable", "what came is no HTTP")]
    public async Task What_is_no_list_is_said_as_it_is(string answered, string answer, string problem)
    {
        using var server = new LoopbackHttp((_, _) => Whole(Encoding.ASCII.GetBytes(answered)));

        var entry = Assert.Single(await AskAsync(Issued([$"{server.Root}/ca.crl"], [])));

        Assert.Equal((answer, problem), (entry.Answer, entry.Problem));
        Assert.All(server.Asked, asked => Assert.Equal("GET /ca.crl", asked));
    }

    [Fact]
    public async Task A_server_that_drips_is_left_in_time()
    {
        using var over = new CancellationTokenSource();
        using var server = new LoopbackHttp((_, _) => Drip(over.Token));

        var entry = Assert.Single(await AskAsync(Issued([$"{server.Root}/ca.crl"], []), TimeSpan.FromSeconds(1)));
        await over.CancelAsync();

        Assert.Equal(("unreachable", "no whole answer in 1 s"), (entry.Answer, entry.Problem));
    }

    [Fact]
    public async Task Nobody_listens()
    {
        string root;
        using (var server = new LoopbackHttp((_, _) => Whole([])))
            root = server.Root;

        var entry = Assert.Single(await AskAsync(Issued([$"{root}/ca.crl"], [])));

        Assert.Equal(("unreachable", "the connection is refused"), (entry.Answer, entry.Problem));
    }

    [Fact]
    public async Task Addresses_of_the_directory_are_not_asked_and_said_to_be_left_out()
    {
        var entry = Assert.Single(await AskAsync(Issued(["ldap:///CN=Corp%20CA,CN=CDP"], [])));

        Assert.Equal(("not-asked", "only addresses of HTTP are asked", "ldap:///CN=Corp%20CA,CN=CDP"), (entry.Answer, entry.Problem, entry.Url));
    }

    [Fact]
    public async Task A_certificate_without_addresses_is_said_to_have_none()
    {
        var entry = Assert.Single(await AskAsync(Issued([], [])));

        Assert.Equal(("not-asked", "the certificate names no address", (string?)null), (entry.Answer, entry.Problem, entry.Url));
    }

    [Fact]
    public async Task Of_a_hundred_addresses_sixteen_are_asked_and_one_list_is_fetched_once()
    {
        var list = _authority.List(Later);
        using var server = new LoopbackHttp((_, _) => Whole(LoopbackHttp.Ok(list)));

        var entries = await AskAsync(Issued([.. Enumerable.Range(0, 100).Select(number => $"{server.Root}/{number / 2}.crl")], []));

        Assert.Equal(16, entries.Length);
        Assert.All(entries, entry => Assert.Equal("good", entry.Answer));
        Assert.Equal(8, server.Asked.Length);
    }

    [Theory]
    [InlineData("good", "good", null)]
    [InlineData("revoked", "revoked", null)]
    [InlineData("unknown", "unknown", "the responder does not know the certificate")]
    [InlineData("stale", "out-of-date", null)]
    public async Task An_ocsp_responder_is_asked_as_a_client_asks(string says, string answer, string? problem)
    {
        using var server = new LoopbackHttp((_, request) => Whole(LoopbackHttp.Ok(_authority.Response(request, Status(says), says == "stale" ? Earlier : Later))));

        var entry = Assert.Single(await AskAsync(Issued([], [$"{server.Root}/ocsp"])));

        Assert.Equal((answer, problem, "ocsp", true), (entry.Answer, entry.Problem, entry.Protocol, entry.Signed));
        Assert.Equal(["POST /ocsp"], server.Asked);
    }

    [Fact]
    public async Task A_responder_that_the_authority_appointed_is_believed_and_another_is_not()
    {
        using var appointed = _authority.Issue([0x77], [], [], "CN=Responder", OcspSigning);
        using var other = _authority.Issue([0x78], [], [], "CN=Web server", "1.3.6.1.5.5.7.3.1");
        using var server = new LoopbackHttp((path, request) => Whole(LoopbackHttp.Ok(_authority.Response(request, null, Later, path == "/appointed" ? appointed : other))));

        var entries = await AskAsync(Issued([], [$"{server.Root}/appointed", $"{server.Root}/other"]));

        Assert.Equal(["good", "forged"], entries.Select(entry => entry.Answer));
    }

    [Fact]
    public async Task A_responder_that_cannot_answer_now_is_cited()
    {
        var later = new OCSPRespGenerator().Generate(OcspRespStatus.TryLater, null).GetEncoded();
        using var server = new LoopbackHttp((_, _) => Whole(LoopbackHttp.Ok(later)));

        var entry = Assert.Single(await AskAsync(Issued([], [$"{server.Root}/ocsp"])));

        Assert.Equal(("unknown", "the responder gives no answer: try later"), (entry.Answer, entry.Problem));
    }

    [Fact]
    public void No_damaged_response_is_believed()
    {
        using var issued = Issued([], []);
        var response = _authority.Response(OcspExchange.Request(issued.RawData, _authority.Certificate.RawData), null, Later);
        var signed = BasicOcspResponse.GetInstance(((BasicOcspResp)new OcspResp(response).GetResponseObject()).GetEncoded()).TbsResponseData.GetDerEncoded();
        var begins = response.AsSpan().IndexOf(signed);
        var answers = new HashSet<RevocationAnswer>();
        for (var place = 0; place < response.Length; place++)
        {
            byte[] flipped = [.. response];
            flipped[place] ^= 0x10;
            if (place >= begins && place < begins + signed.Length)
                answers.Add(OcspExchange.Judge(flipped, issued.RawData, _authority.Certificate.RawData, RevocationAuthority.Now).Answer);
            answers.Add(OcspExchange.Judge(response[..place], issued.RawData, _authority.Certificate.RawData, RevocationAuthority.Now).Answer);
        }

        Assert.Empty(answers.Intersect([RevocationAnswer.Good, RevocationAnswer.Revoked, RevocationAnswer.OutOfDate]));
    }

    [Fact]
    public async Task Without_the_issuer_a_list_is_read_unsigned_and_a_responder_is_not_asked()
    {
        using var server = new LoopbackHttp((_, _) => Whole(LoopbackHttp.Ok(_authority.List(Later))));
        using var issued = Issued([$"{server.Root}/ca.crl"], [$"{server.Root}/ocsp"]);

        var entries = await AskAsync(issued, roots: []);

        Assert.Equal([("good", null, null), ("not-asked", null, "the issuer's certificate, by which the question is put, was not shown")], entries.Select(entry => (entry.Answer, entry.Signed, entry.Problem)));
        Assert.Equal(["GET /ca.crl"], server.Asked);
    }

    private static CertificateStatus? Status(string says) => says switch
    {
        "revoked" => new RevokedStatus(RevocationAuthority.Now.UtcDateTime.AddDays(-3)),
        "unknown" => new UnknownStatus(),
        _ => null,
    };

    private X509Certificate2 Issued(string[] lists, string[] responders) => _authority.Issue(Serial, lists, responders);

    private async Task<TranscriptEntry.Revocation> ListedAsync(byte[] list)
    {
        using var server = new LoopbackHttp((_, _) => Whole(LoopbackHttp.Ok(list)));
        using var issued = Issued([$"{server.Root}/ca.crl"], []);
        return Assert.Single(await AskAsync(issued));
    }

    private async Task<TranscriptEntry.Revocation[]> AskAsync(X509Certificate2 shown, TimeSpan? limit = null, byte[][]? roots = null)
    {
        var transcript = new Transcript(new VirtualTime(RevocationAuthority.Now));
        transcript.Add(new TranscriptEntry.Eap(transcript.Now, "connect", new("server-certificates") { Certificates = [Convert.ToBase64String(shown.RawData)] }));
        var questions = new RevocationQuestions(transcript, [.. (roots ?? [_authority.Certificate.RawData]).Select(root => (System.Collections.Immutable.ImmutableArray<byte>)[.. root])])
        {
            Limit = limit ?? TimeSpan.FromSeconds(15),
        };
        await questions.AskAsync(TestContext.Current.CancellationToken);
        return [.. transcript.Entries.OfType<TranscriptEntry.Revocation>()];
    }

    private static async IAsyncEnumerable<byte[]> Whole(byte[] bytes)
    {
        await Task.CompletedTask;
        yield return bytes;
    }

    private static async IAsyncEnumerable<byte[]> Drip([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken over)
    {
        yield return Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
        while (!over.IsCancellationRequested)
        {
            await Task.Delay(100, CancellationToken.None);
            yield return [0x30];
        }
    }
}
