namespace Orchestrator.Web.Hosting.PrivatePostgres;

/// <summary>
/// The account that owns the data folder and runs the server. PostgreSQL refuses to run as root, so a host that is root
/// hands over to an unprivileged account; any other host runs the server as itself.
/// </summary>
internal sealed class ServerAccount
{
    private static readonly string[] s_preferred = ["postgres", "orchestrator", "nobody", "daemon"];

    private readonly string? _switchUser;
    private readonly string? _ids;

    private ServerAccount(string? name, string? switchUser, string? ids) => (Name, _switchUser, _ids) = (name, switchUser, ids);

    /// <summary>The account's name where it is not our own.</summary>
    public string? Name { get; }

    public string Description => Name ?? Environment.UserName;

    /// <param name="recorded">The account that made the data folder, which must also serve it.</param>
    public static ServerAccount ForThisProcess(string? recorded)
    {
        if (!Environment.IsPrivilegedProcess)
            return new ServerAccount(null, null, null);

        var switchUser = ProgramPath.Find("setpriv")
            ?? throw new PrivatePostgresException("PostgreSQL must not run as root and setpriv (package util-linux), which would change the account, is missing.");
        var accounts = File.ReadAllLines("/etc/passwd")
            .Select(line => line.Split(':'))
            .Where(fields => fields.Length >= 4 && fields[2] != "0")
            .ToLookup(fields => fields[0], fields => $"{fields[2]}:{fields[3]}");
        var name = recorded ?? s_preferred.FirstOrDefault(accounts.Contains)
            ?? throw new PrivatePostgresException("PostgreSQL must not run as root and there is no account postgres, orchestrator, nobody or daemon to run it.");
        var ids = accounts[name].FirstOrDefault()
            ?? throw new PrivatePostgresException($"The account {name} that owns the private PostgreSQL server's data is missing on this machine.");
        return new ServerAccount(name, switchUser, ids);
    }

    public IEnumerable<string> Command(string program, params IEnumerable<string> arguments)
    {
        if (_switchUser is null)
            return [program, .. arguments];

        var ids = _ids!.Split(':');
        return [_switchUser, "--reuid", ids[0], "--regid", ids[1], "--clear-groups", program, .. arguments];
    }

    /// <summary>Gives a file or folder to the account.</summary>
    public async Task OwnAsync(string path, CancellationToken ct)
    {
        if (_ids is null)
            return;

        var outcome = await ChildProcess.RunAsync(["chown", _ids, path], TimeSpan.FromSeconds(10), ct);
        if (!outcome.Succeeded)
            throw new PrivatePostgresException($"{path} cannot be given to the account {Name}: {outcome.LastLine}.");
    }
}
