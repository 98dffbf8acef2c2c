using System.Runtime.CompilerServices;
using Aovpn.Diagnosis.Trust.Revocation;

namespace Aovpn.Probes.Tests.Revocation;

/// <summary>What OpenSSL wrote: <c>tests/samples/revocation</c>.</summary>
public sealed class RevocationSampleTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("empty.crl", RevocationAnswer.Good)]
    [InlineData("names-it.crl", RevocationAnswer.Revoked)]
    public void A_list(string name, RevocationAnswer answer)
    {
        var judged = RevocationList.Judge(Sample(name), Sample("server.der"), Sample("authority.der"), Now);

        Assert.Equal((answer, true), (judged.Answer, judged.IsSigned));
    }

    [Theory]
    [InlineData("good-by-responder.ocsp", RevocationAnswer.Good)]
    [InlineData("revoked-by-authority.ocsp", RevocationAnswer.Revoked)]
    public void A_response(string name, RevocationAnswer answer)
    {
        var judged = OcspExchange.Judge(Sample(name), Sample("server.der"), Sample("authority.der"), Now);

        Assert.Equal((answer, true), (judged.Answer, judged.IsSigned));
    }

    [Fact]
    public void The_question_is_the_same_to_the_byte() =>
        Assert.Equal(Sample("request.ocsp"), OcspExchange.Request(Sample("server.der"), Sample("authority.der")));

    private static byte[] Sample(string name, [CallerFilePath] string source = "") => File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(source)!, "..", "..", "samples", "revocation", name));
}
