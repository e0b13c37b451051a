using System.Runtime.Versioning;
using System.Security.Cryptography;
using Orchestrator.Core.Credentials;
using Xunit;

namespace Orchestrator.Core.Tests.Credentials;

public sealed class KeyRingLoaderTests : IDisposable
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 22, 10, 11, 12, TimeSpan.Zero);

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"orchestrator-keys-{Guid.NewGuid():N}");

    public static bool IsUnix => !OperatingSystem.IsWindows();

    public void Dispose()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Load_NothingConfigured_SaysWhatToSet() => Assert.Equal(
        "No key-encryption key: set Keys:Directory to a folder of {id}.key files, or Keys:Values:{id}.", RefusalOf(new KeyRingOptions()));

    [Fact]
    public void Load_MissingDirectory_NamesIt() => Assert.Equal($"Keys:Directory names {_folder}, which does not exist.", RefusalOf(Options()));

    [Fact]
    public void Load_EmptyDirectory_SaysWhatToSet()
    {
        Directory.CreateDirectory(_folder);

        Assert.StartsWith("No key-encryption key:", RefusalOf(Options()), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_NotBase64_NamesTheFile()
    {
        Write("k1", "not Base64!");

        Assert.Equal($"{Path.Combine(_folder, "k1.key")} is not a Base64 key.", RefusalOf(Options()));
    }

    [Fact]
    public void Load_NotBase64InTheSettings_NamesTheSettingAndNotItsValue()
    {
        var refusal = RefusalOf(new KeyRingOptions { Values = { ["k1"] = "hunter2!" } });

        Assert.Equal("Keys:Values:k1 is not a Base64 key.", refusal);
    }

    [Theory]
    [InlineData(31)]
    [InlineData(33)]
    [InlineData(0)]
    public void Load_WrongLength_NamesTheKey(int length)
    {
        Write("k1", Convert.ToBase64String(new byte[length]));

        Assert.Equal("Keys: Key k1 is not 32 bytes long.", RefusalOf(Options()));
    }

    [Fact]
    public void Load_UnknownActiveKey_NamesIt()
    {
        Write("k1", NewKey());

        Assert.Equal("Keys: The active key k2 is not among the keys.", RefusalOf(new KeyRingOptions { Directory = _folder, Active = "k2" }));
    }

    [Fact]
    public void Load_DirectoryAndValues_OpenWhatEitherSealed()
    {
        var (file, value) = (NewKey(), NewKey());
        Write("a", file);

        var ring = KeyRingLoader.Load(new KeyRingOptions { Directory = _folder, Values = { ["b"] = value } }, mayCreate: false, s_now);

        Assert.Equal("b", ring.ActiveId);
        var sealedByA = new KeyRing(new Dictionary<string, byte[]> { ["a"] = Convert.FromBase64String(file) }).Seal([1], "p");
        Assert.Equal([1], ring.Open(sealedByA, "p"));
    }

    [Fact]
    public void Load_MayCreateInAnEmptyFolder_MakesOneKeyOnce()
    {
        var first = KeyRingLoader.Load(Options(), mayCreate: true, s_now);

        var second = KeyRingLoader.Load(Options(), mayCreate: true, s_now.AddDays(1));

        Assert.Equal("20261122-101112", first.ActiveId);
        Assert.Equal([1, 2, 3], second.Open(first.Seal([1, 2, 3], "p"), "p"));
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void Create_KeyFile_IsReadableByItsOwnerOnly()
    {
        Assert.SkipUnless(IsUnix, "Windows has no file modes.");

        var id = KeySource.Create(_folder, s_now);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_folder, $"{id}.key")));
    }

    [Theory]
    [InlineData("20261122-101112")]
    [InlineData("20301231-235959")]
    [InlineData("main")]
    public void Create_KeyThatSortsAfterTheClock_StillBecomesTheOneForWrites(string present)
    {
        Write(present, NewKey());

        var first = KeySource.Create(_folder, s_now);
        var second = KeySource.Create(_folder, s_now);

        Assert.Equal(second, KeyRingLoader.Load(Options(), mayCreate: false, s_now).ActiveId);
        Assert.Equal(3, new[] { present, first, second }.Distinct().Count());
    }

    [Fact]
    public void Open_SealedUnderAKeyThatCameLater_ReadsTheFolderAgain()
    {
        Write("a", NewKey());
        var running = KeyRingLoader.Load(Options(), mayCreate: false, s_now);
        Write("b", NewKey());
        var rotated = KeyRingLoader.Load(Options(), mayCreate: false, s_now);

        Assert.Equal([1], running.Open(rotated.Seal([1], "p"), "p"));

        Assert.Equal("b", running.ActiveId);
    }

    [Fact]
    public void Refresh_FolderBroken_KeepsWhatIsThere()
    {
        Write("a", NewKey());
        var ring = KeyRingLoader.Load(Options(), mayCreate: false, s_now);
        var blob = ring.Seal([1], "p");
        Write("b", "half a key");

        Assert.False(ring.Refresh());

        Assert.Equal([1], ring.Open(blob, "p"));
    }

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private static string RefusalOf(KeyRingOptions options) =>
        Assert.Throws<InvalidOperationException>(() => KeyRingLoader.Load(options, mayCreate: false, s_now)).Message;

    private KeyRingOptions Options() => new() { Directory = _folder };

    private void Write(string id, string text)
    {
        Directory.CreateDirectory(_folder);
        File.WriteAllText(Path.Combine(_folder, $"{id}.key"), text + "\n");
    }
}
