namespace Orchestrator.Web.Hosting.PrivatePostgres;

/// <summary>Makes a new data folder. It appears under its name only when it is whole: a crash half-way leaves nothing to trip over.</summary>
internal sealed class DataFolderMaker(ServerFolder folder, ServerAccount account, PostgresBinaries binaries)
{
    public async Task MakeAsync(ServerRecord record, CancellationToken ct)
    {
        folder.RequireRoomForNewDatabase();
        if (Directory.Exists(folder.PgData) && Directory.EnumerateFileSystemEntries(folder.PgData).Any())
            throw new PrivatePostgresException($"{folder.PgData} is not empty and is not a PostgreSQL data folder.");

        var unfinished = folder.PgData + ".new";
        var password = Path.Combine(folder.Home, "initdb.password");
        try
        {
            if (Directory.Exists(unfinished))
                Directory.Delete(unfinished, recursive: true);
            OwnerOnly.CreateDirectory(unfinished, passable: false);
            await account.OwnAsync(unfinished, ct);
            await RequireReachableAsync(unfinished, ct);
            await WritePasswordAsync(password, record.SuperuserPassword, ct);
            await InitAsync(unfinished, password, ct);
            await File.AppendAllTextAsync(Path.Combine(unfinished, "postgresql.conf"), "\ninclude_if_exists = 'orchestrator.conf'\n", ct);

            if (Directory.Exists(folder.PgData))
                Directory.Delete(folder.PgData);
            Directory.Move(unfinished, folder.PgData);
        }
        finally
        {
            File.Delete(password);
        }
    }

    private async Task RequireReachableAsync(string path, CancellationToken ct)
    {
        var test = await ChildProcess.RunAsync(account.Command("test", "-w", path), TimeSpan.FromSeconds(10), ct);
        if (!test.Succeeded)
            throw new PrivatePostgresException($"EmbeddedPostgres:DataDirectory {folder.Home} cannot be reached by the account {account.Description}, which runs the server; choose a folder that others may pass through.");
    }

    private async Task WritePasswordAsync(string path, string password, CancellationToken ct)
    {
        File.Delete(path);
        await using (var stream = new StreamWriter(path, OwnerOnly.File(FileMode.CreateNew, FileAccess.Write)))
            await stream.WriteAsync(password.AsMemory(), ct);
        await account.OwnAsync(path, ct);
    }

    private async Task InitAsync(string directory, string passwordFile, CancellationToken ct)
    {
        ChildProcess.Outcome outcome = new(0, "", "");
        // One collation everywhere, independent of the machine; plain C where the system does not have it in UTF-8.
        foreach (var locale in (string[])["C.UTF-8", "C"])
        {
            outcome = await ChildProcess.RunAsync(
                account.Command(
                    binaries.InitDb,
                    "--pgdata", directory, "--username", ServerConnections.Superuser, "--pwfile", passwordFile, "--auth", "scram-sha-256",
                    "--encoding", "UTF8", "--locale", locale, "--no-instructions"),
                TimeSpan.FromMinutes(3),
                ct);
            if (outcome.Succeeded || !outcome.Error.Contains("locale", StringComparison.Ordinal))
                break;
        }

        if (!outcome.Succeeded)
            throw StartFailure.From($"{binaries.InitDb} could not make a database in {folder.Home}", [.. outcome.Error.Split('\n').Where(l => l.Contains("error:", StringComparison.Ordinal)), outcome.LastLine]);
    }
}
