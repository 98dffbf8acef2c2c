using Aovpn.Diagnosis.Catalogue;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Tests.Catalogue;

public sealed class DialogSentencesTests
{
    [Theory]
    [InlineData("It says: IKE authentication credentials are unacceptable.", 13801)]
    [InlineData("ike  AUTHENTICATION credentials\r\n  are unacceptable", 13801)]
    [InlineData("Can't connect to Corp VPN. Policy match error", 13868)]
    [InlineData("the remote connection was not made because the name of the remote access server did not resolve", 868)]
    [InlineData("\"A certificate could not be found that can be used with this Extensible Authentication Protocol.\"", 798)]
    [InlineData("A certificate could not be found that can be used with the Extensible Authenticate Protocol", 798)]
    [InlineData("A certificate could not be found. Connections that use the L2TP protocol over IPSec require the installation of a machine certificate, also known as a computer certificate.", 766)]
    [InlineData("A certificate chain processed, but terminated in a root certificate which is not trusted by the trust provider. (0x800B0109)", 0x800B0109)]
    [InlineData("Couldn\u2019t connect because there was a problem with device compliance", 875)]
    public void A_sentence_is_found_in_a_text(string text, uint code) =>
        Assert.Equal(Code.Windows(code), Assert.Single(DialogSentences.Find(text)).Code);

    [Theory]
    [InlineData("Reason: The connection request did not match any configured network policy.", 48)]
    [InlineData("Authentication failed due to a user credentials mismatch.", 16)]
    [InlineData("The user attempted to use an authentication method that is not enabled on the matching network policy", 66)]
    public void A_reason_of_NPS_is_found_in_a_text(string text, uint reason) =>
        Assert.Equal(Code.NpsReason(reason), Assert.Single(DialogSentences.Find(text)).Code);

    [Fact]
    public void A_sentence_that_NPS_shares_with_Windows_is_that_of_Windows() =>
        Assert.Equal(Code.Windows(0x80092013u), Assert.Single(DialogSentences.Find("The revocation function was unable to check revocation because the revocation server was offline.")).Code);

    [Fact]
    public void Two_dialogs_that_begin_alike_are_told_apart_by_what_follows()
    {
        const string Begin = "The network connection between your computer and the VPN server could not be established because the remote server is not responding.";

        Assert.Equal(Code.Windows(809u), Assert.Single(DialogSentences.Find(Begin)).Code);
        Assert.Equal(Code.Windows(811u), Assert.Single(DialogSentences.Find(Begin + " This is typically caused by a pre-shared key problem between the client and server.")).Code);
    }

    [Fact]
    public void The_place_is_that_of_the_sentence()
    {
        const string Text = "Since Monday \"Negotiation timed out.\" and nothing else";
        var found = Assert.Single(DialogSentences.Find(Text));
        Assert.Equal((Code.Windows(13805u), "Negotiation timed out"), (found.Code, Text.Substring(found.Start, found.Length)));
    }

    [Theory]
    [InlineData("we had a negotiation timed out yesterday at the bank")]
    [InlineData("access is denied for him")]
    [InlineData("the account is disabled now for months")]
    [InlineData("")]
    public void Ordinary_words_are_not_sentences_of_Windows(string text) => Assert.Empty(DialogSentences.Find(text));

    [Fact]
    public void A_long_text_of_sentence_beginnings_is_searched_in_no_time()
    {
        var text = string.Concat(Enumerable.Repeat("the remote access connection completed, but authentication failed because the certificate ", 20_000));
        Assert.Empty(DialogSentences.Find(text));
    }

    [Fact]
    public void Every_sentence_that_is_searched_for_is_found_by_itself()
    {
        var sentences = ErrorCatalogue.All.Where(one => one.Row.Relevant).SelectMany(one => one.Row.Dialogs).Where(dialog => dialog.Split(' ').Length >= 3);
        Assert.All(sentences, sentence => Assert.NotEmpty(DialogSentences.Find(sentence)));
    }
}
