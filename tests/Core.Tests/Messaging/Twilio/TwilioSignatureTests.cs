using System.Text;
using System.Text.Json;
using Orchestrator.Core.Messaging.Twilio;
using Xunit;

namespace Orchestrator.Core.Tests.Messaging.Twilio;

public sealed class TwilioSignatureTests
{
    private const string Url = "https://clinic.example.test/webhooks/twilio/status/1";

    private static readonly Dictionary<string, string> s_form = new() { ["MessageStatus"] = "sent", ["MessageSid"] = "SM1" };

    public static TheoryData<string> VectorIds => [.. TwilioFiles.Vectors.EnumerateArray().Select(vector => vector.GetProperty("id").GetString()!)];

    [Fact]
    public void Vectors_AllNineteen_AreThere() => Assert.Equal(19, VectorIds.Count);

    [Theory]
    [MemberData(nameof(VectorIds))]
    public void IsValid_Vector_DecidesAsExpected(string id)
    {
        var vector = TwilioFiles.Vectors.EnumerateArray().Single(one => one.GetProperty("id").GetString() == id);
        var signature = vector.GetProperty("signature").GetString();
        var url = vector.GetProperty("url").GetString()!;
        var token = vector.GetProperty("token").GetString()!;

        var isValid = vector.GetProperty("kind").GetString() == "json"
            ? TwilioSignature.IsValidBody(signature, url, Encoding.UTF8.GetBytes(vector.GetProperty("body").GetString()!), [token])
            : TwilioSignature.IsValid(signature, url, vector.GetProperty("params").Deserialize<Dictionary<string, string>>()!, [token]);

        Assert.Equal(vector.GetProperty("valid").GetBoolean(), isValid);
    }

    [Theory]
    [InlineData("old", true)]
    [InlineData("new", true)]
    [InlineData("other", false)]
    public void IsValid_DuringRotation_TakesBothTokens(string signer, bool expected)
    {
        var signature = TwilioSignature.Sign(Url, s_form, signer);

        Assert.Equal(expected, TwilioSignature.IsValid(signature, Url, s_form, ["new", "old"]));
    }

    [Fact]
    public void IsValid_NoToken_IsNever()
    {
        var signature = TwilioSignature.Sign(Url, s_form, "");

        Assert.False(TwilioSignature.IsValid(signature, Url, s_form, []));
        Assert.False(TwilioSignature.IsValid(signature, Url, s_form, [""]));
    }

    [Theory]
    [InlineData("https://clinic.example.test:443/a?b=1", "https://clinic.example.test/a?b=1")]
    [InlineData("https://clinic.example.test/a?b=1", "https://clinic.example.test:443/a?b=1")]
    [InlineData("http://clinic.example.test", "http://clinic.example.test:80")]
    [InlineData("https://[::1]/a", "https://[::1]:443/a")]
    [InlineData("https://clinic.example.test:8443/a", "https://clinic.example.test/a")]
    [InlineData("https://clinic.example.test/a#rc=3&rp=all", "https://clinic.example.test/a")]
    [InlineData("https://clinic.example.test?when=12:30", "https://clinic.example.test:443?when=12:30")]
    public void IsValid_PortOrFragmentDiffers_StillMatches(string told, string counterpart)
    {
        var signature = TwilioSignature.Sign(counterpart, s_form, "token");

        Assert.True(TwilioSignature.IsValid(signature, told, s_form, ["token"]));
    }

    [Fact]
    public void IsValid_RepeatedNames_TakesBothOrdersInUse()
    {
        KeyValuePair<string, string>[] form = [new("Media", "b"), new("Media", "a"), new("Media", "b")];
        var apart = TwilioSignature.Sign(Url + "MediaaMediab", [], "token");
        var joined = TwilioSignature.Sign(Url + "Mediab,a,b", [], "token");
        var wrong = TwilioSignature.Sign(Url + "MediabMediaa", [], "token");

        Assert.True(TwilioSignature.IsValid(apart, Url, form, ["token"]));
        Assert.True(TwilioSignature.IsValid(joined, Url, form, ["token"]));
        Assert.False(TwilioSignature.IsValid(wrong, Url, form, ["token"]));
    }

    [Fact]
    public void IsValidBody_UrlNamesNoHash_IsNever()
    {
        var signature = TwilioSignature.Sign(Url, [], "token");

        Assert.False(TwilioSignature.IsValidBody(signature, Url, "{}"u8, ["token"]));
    }
}
