using System.Security.Cryptography;
using System.Text.Json;

namespace Orchestrator.Web.Hosting.PrivatePostgres;

/// <summary>What the next start must know about a data folder. Readable by our own account only, since it holds the passwords.</summary>
/// <param name="Port">The loopback port, kept from start to start so that tools can be pointed at it.</param>
/// <param name="Account">The account that owns the data, where it is not our own.</param>
internal sealed record ServerRecord(int Port, string? Account, string SuperuserPassword, string OwnerPassword, string AppPassword)
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static ServerRecord Create(int port, string? account) => new(port, account, NewPassword(), NewPassword(), NewPassword());

    public static ServerRecord? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<ServerRecord>(File.ReadAllText(path), s_json);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new PrivatePostgresException($"{path}, which holds the private PostgreSQL server's port and passwords, cannot be read by the account {Environment.UserName}.", failure);
        }
    }

    /// <summary>Replaces the file in one step: a crash leaves the old one or the new one.</summary>
    public void Write(string path)
    {
        var next = path + ".new";
        File.Delete(next);
        using (var stream = new FileStream(next, OwnerOnly.File(FileMode.CreateNew, FileAccess.Write)))
        {
            JsonSerializer.Serialize(stream, this, s_json);
            stream.Flush(flushToDisk: true);
        }

        File.Move(next, path, overwrite: true);
    }

    private static string NewPassword() => RandomNumberGenerator.GetHexString(48, lowercase: true);
}
