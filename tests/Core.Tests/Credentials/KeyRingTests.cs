using System.Security.Cryptography;
using System.Text;
using Orchestrator.Core.Credentials;
using Xunit;

namespace Orchestrator.Core.Tests.Credentials;

public sealed class KeyRingTests
{
    private const string Purpose = "sms|org-1|version-1";

    private static readonly byte[] s_first = RandomNumberGenerator.GetBytes(32);
    private static readonly byte[] s_second = RandomNumberGenerator.GetBytes(32);

    [Theory]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("a secret of a usual length 0123456789")]
    public void Open_WhatWasSealedForThePurpose_GivesTheSecret(string secret)
    {
        var keys = Ring(("k1", s_first));

        var blob = keys.Seal(Encoding.UTF8.GetBytes(secret), Purpose);

        Assert.Equal(secret, Encoding.UTF8.GetString(keys.Open(blob, Purpose)));
        Assert.True(secret.Length == 0 || !Encoding.Latin1.GetString(blob).Contains(secret, StringComparison.Ordinal) || secret.Length == 1);
    }

    [Fact]
    public void Open_AnyBitFlipped_IsRefused()
    {
        var keys = Ring(("k1", s_first));
        var blob = keys.Seal("four"u8, Purpose);

        var refused = 0;
        for (var bit = 0; bit < blob.Length * 8; bit++)
        {
            var flipped = (byte[])blob.Clone();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.ThrowsAny<CryptographicException>(() => keys.Open(flipped, Purpose));
            refused++;
        }

        Race.Report($"{refused} of {blob.Length * 8} flipped bits refused");
        Assert.True(refused >= 260);
    }

    [Fact]
    public void Open_MovedToAnotherRow_IsRefused()
    {
        var keys = Ring(("k1", s_first), ("k2", s_second));
        var secret = RandomNumberGenerator.GetBytes(40);

        for (var i = 0; i < 260; i++)
        {
            var blob = keys.Seal(secret, $"sms|org-{i}|version-1");
            Assert.ThrowsAny<CryptographicException>(() => keys.Open(blob, $"sms|org-{i}|version-2"));
            Assert.ThrowsAny<CryptographicException>(() => keys.Open(blob, $"sms|org-{i + 1}|version-1"));
            Assert.ThrowsAny<CryptographicException>(() => keys.Open(blob, $"voice-hmac|org-{i}|version-1"));
        }
    }

    [Fact]
    public void Open_CutShort_IsRefusedAtEveryLength()
    {
        var keys = Ring(("k1", s_first));
        var blob = keys.Seal("secret"u8, Purpose);

        for (var length = 0; length < blob.Length; length++)
            Assert.ThrowsAny<CryptographicException>(() => keys.Open(blob.AsSpan(0, length), Purpose));
    }

    [Fact]
    public void Open_KeyNotInTheRing_NamesTheKey()
    {
        var blob = Ring(("2026-old", s_first)).Seal("secret"u8, Purpose);

        var refused = Assert.Throws<CryptographicException>(() => Ring(("2027-new", s_second)).Open(blob, Purpose));

        Assert.Contains("2026-old", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_SameIdAnotherKey_IsRefused()
    {
        var blob = Ring(("k1", s_first)).Seal("secret"u8, Purpose);

        Assert.ThrowsAny<CryptographicException>(() => Ring(("k1", s_second)).Open(blob, Purpose));
    }

    [Fact]
    public void Seal_TwoKeys_UsesTheOneThatSortsLastAndOpensBoth()
    {
        var old = Ring(("a", s_first));
        var both = Ring(("a", s_first), ("b", s_second));

        var before = old.Seal("old"u8, Purpose);
        var after = both.Seal("new"u8, Purpose);

        Assert.Equal("b", both.ActiveId);
        Assert.Equal("old"u8.ToArray(), both.Open(before, Purpose));
        Assert.ThrowsAny<CryptographicException>(() => old.Open(after, Purpose));
    }

    [Fact]
    public void Seal_SameSecretTwice_NeverLooksTheSame()
    {
        var keys = Ring(("k1", s_first));

        Assert.Equal(1_000, Enumerable.Range(0, 1_000).Select(_ => Convert.ToHexString(keys.Seal("secret"u8, Purpose))).Distinct().Count());
    }

    [Fact]
    public void Mac_OtherPurposeKeyOrData_IsAnother()
    {
        var keys = Ring(("k1", s_first), ("k2", s_second));

        var macs = new[] { keys.Mac("k1", "a", "x"u8), keys.Mac("k2", "a", "x"u8), keys.Mac("k1", "b", "x"u8), keys.Mac("k1", "a", "y"u8) };

        Assert.Equal(4, macs.Select(Convert.ToHexString).Distinct().Count());
        Assert.Equal(macs[0], keys.Mac("k1", "a", "x"u8));
        Assert.Contains("k9", Assert.Throws<CryptographicException>(() => keys.Mac("k9", "a", "x"u8)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToString_KeyRing_ShowsNoKey() => Assert.DoesNotContain(Convert.ToBase64String(s_first), Ring(("k1", s_first)).ToString()!, StringComparison.Ordinal);

    private static KeyRing Ring(params (string Id, byte[] Key)[] keys) => new(keys.ToDictionary(key => key.Id, key => key.Key));
}
