using System.Text;
using Aovpn.Diagnosis.Observations;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.Profiles;

public sealed class ProfileCorpusTests
{
    /// <summary>An independent count: end tags in the text.</summary>
    [Fact]
    public void Every_profile_of_the_corpus_is_read()
    {
        var folder = SharedFiles.Require("corpus/profilexml");
        var wrong = new StringBuilder();
        foreach (var file in Directory.GetFiles(folder, "*.xml"))
        {
            var bytes = File.ReadAllBytes(file);
            using var reader = new StreamReader(new MemoryStream(bytes), bytes.AsSpan().StartsWith<byte>([0xFF, 0xFE]) || bytes[1] == 0 ? Encoding.Unicode : Encoding.UTF8);
            var text = reader.ReadToEnd();
            var expected = text.Split("</VPNProfile>").Length - 1;
            if (expected == 0)
                expected = text.Split("</EapHostConfig>").Length - 1;
            var seen = Read.Bytes(bytes).Observations;
            var profiles = seen.OfType<ProfileRead>().ToList();
            var rules = text.Split("<DomainNameInformation>").Length - 1;
            if (profiles.Count != expected || profiles.Any(profile => profile.Servers.IsEmpty && profile.Form is ProfileForm.ProfileXml))
                wrong.AppendLine($"{Path.GetFileName(file)}: {profiles.Count} of {expected}");
            if (profiles.Count == 1 && profiles[0].NameRules.Length > rules)
                wrong.AppendLine($"{Path.GetFileName(file)}: {profiles[0].NameRules.Length} name rules of {rules}");
        }

        Assert.Equal("", wrong.ToString());
    }
}
