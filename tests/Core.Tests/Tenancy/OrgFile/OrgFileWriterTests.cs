using System.Text;
using Orchestrator.Core.Tenancy;
using Xunit;

namespace Orchestrator.Core.Tests.Tenancy;

public sealed class OrgFileWriterTests
{
    [Fact]
    public void Write_ThenRead_GivesTheSameFile()
    {
        var written = OrgFileWriter.Write(OrgFileSample.Read(OrgFileSample.Full).Value);

        var again = OrgFileReader.Read(written, OrgFileSample.Now).Value;

        Assert.Equal(Encoding.UTF8.GetString(written), Encoding.UTF8.GetString(OrgFileWriter.Write(again)));
        Assert.All(again.Secrets(), secret => Assert.True(secret.Secret.IsMasked));
    }

    [Fact]
    public void Write_FullSample_LosesNoKey()
    {
        var before = Leaves(OrgFileSample.Full);

        var after = Leaves(Encoding.UTF8.GetString(OrgFileWriter.Write(OrgFileSample.Read(OrgFileSample.Full).Value)));

        // Times are told in UTC and secrets masked; all else stands as it was given.
        string[] changed = [".existing.", "ecret", "authToken"];
        Assert.Subset(after, before.Where(leaf => !changed.Any(part => leaf.Contains(part, StringComparison.Ordinal))).ToHashSet());
    }

    [Fact]
    public void Write_Secrets_ShowsOnlyTheirEnds()
    {
        var text = Encoding.UTF8.GetString(OrgFileWriter.Write(OrgFileSample.Read(OrgFileSample.Full).Value));

        Assert.DoesNotContain("vapi-secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("hmac-secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("0123456789abcdef0123456789abcdef\",\n    \"apiKeySid", text, StringComparison.Ordinal);
        Assert.DoesNotContain("abcdefghijklmnop", text, StringComparison.Ordinal);
        Assert.Contains("\"****6789\"", text, StringComparison.Ordinal);
        Assert.Contains("\"authToken\": \"****cdef\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void ToString_Secret_IsMasked()
    {
        Assert.True(OrgFileSecret.TryParse("vapi-secret-0123456789", out var secret));

        Assert.Equal("****6789", secret.ToString());
        Assert.Equal("****6789", $"{secret}");
    }

    [Fact]
    public void Fragments_WriteThenRead_GiveTheSameLists()
    {
        var provider = OrgFileSample.Read(OrgFileSample.Full).Value.Providers[0];
        var closures = OrgFileSample.Read(OrgFileSample.Full).Value.Locations[0].Closures;

        Assert.Equal(provider.WorkingHours, OrgFileFragments.ReadWindows(OrgFileFragments.Write(provider.WorkingHours)));
        Assert.Equal(provider.TimeOff, OrgFileFragments.ReadTimeOff(OrgFileFragments.Write(provider.TimeOff)));
        Assert.Equal(closures, OrgFileFragments.ReadClosures(OrgFileFragments.Write(closures)));
        Assert.Equal(
            provider.DateOverrides.Select(day => $"{day.Date} {string.Join(',', day.Windows)}"),
            OrgFileFragments.ReadOverrides(OrgFileFragments.Write(provider.DateOverrides)).Select(day => $"{day.Date} {string.Join(',', day.Windows)}"));
        Assert.Throws<FormatException>(() => OrgFileFragments.ReadWindows("""[{"days":["XX"],"start":"09:00","end":"10:00"}]"""));
    }

    private static HashSet<string> Leaves(string json)
    {
        var leaves = new HashSet<string>(StringComparer.Ordinal);
        void Walk(System.Text.Json.JsonElement node, string path)
        {
            if (node.ValueKind == System.Text.Json.JsonValueKind.Object)
            {
                foreach (var property in node.EnumerateObject())
                    Walk(property.Value, $"{path}.{property.Name}");
            }
            else if (node.ValueKind == System.Text.Json.JsonValueKind.Array)
            {
                var i = 0;
                foreach (var item in node.EnumerateArray())
                    Walk(item, $"{path}[{i++}]");
            }
            else
            {
                leaves.Add($"{path} = {node.GetRawText()}");
            }
        }

        using var document = System.Text.Json.JsonDocument.Parse(json);
        Walk(document.RootElement, "$");
        return leaves;
    }
}
