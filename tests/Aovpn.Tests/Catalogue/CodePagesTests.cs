using Aovpn.Diagnosis.Catalogue;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Tests.Catalogue;

public sealed class CodePagesTests
{
    [Fact]
    public void Every_page_is_well_formed_and_explains_something() => Assert.All(CodePages.All, page => Assert.NotEmpty(page.Explains));

    [Theory]
    [InlineData(800)]
    [InlineData(809)]
    [InlineData(812)]
    [InlineData(13801)]
    [InlineData(13806)]
    [InlineData(0x80070040)]
    [InlineData(0x800B0109)]
    [InlineData(798)]
    public void Each_code_of_the_specification_has_its_page_and_shows_Windows_own_sentence(uint code)
    {
        var page = CodePages.Find(Code.Windows(code));
        Assert.NotNull(page);
        Assert.Contains(new Explained(Code.Windows(code)), page.Explains);
        Assert.Contains(page.Dialog!, ErrorCatalogue.Find(Code.Windows(code))!.Dialogs);
    }

    [Theory]
    [InlineData(SymptomId.Oops)]
    [InlineData(SymptomId.ConnectsAfterClosingOops)]
    [InlineData(SymptomId.CannotDeleteCertificate)]
    public void The_other_two_troubles_have_theirs(SymptomId symptom) => Assert.NotNull(CodePages.Find(symptom));

    [Fact]
    public void A_page_without_solutions_is_refused()
    {
        var error = Assert.Throws<FormatException>(() => CodePageReader.Read("1", "---\ntitle: T\nfeature: S1\nsource: S\n---\n\n## Error description\n\nx\n"u8.ToArray()));
        Assert.StartsWith("code page 1: headings are not", error.Message, StringComparison.Ordinal);
    }
}
