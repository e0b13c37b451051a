using Microsoft.Extensions.Logging;
using Npgsql;
using Orchestrator.Core.Persistence;

namespace Orchestrator.Core.Tenancy;

/// <summary>
/// Hears from the database whose configuration changed, here or through another instance or command, and tells the caches
/// of this process. While it does not hear, nothing may be cached: <see cref="DatabaseListener.IsListening"/>.
/// </summary>
public sealed class OrgChangeFeed(NpgsqlDataSource source, ILogger<OrgChangeFeed> logger) : DatabaseListener(source, "org_changed", logger)
{
    /// <summary>Raised with the organization that changed, or with none when every organization may have.</summary>
    public event Action<OrgId?>? Changed;

    /// <summary>Raised when a key-encryption key was added: docs/adr/0015-credential-versions.md.</summary>
    public event Action? KeysChanged;

    protected override void Heard(string payload)
    {
        if (payload == "keys")
            KeysChanged?.Invoke();
        if (Guid.TryParse(payload, out var org))
            Changed?.Invoke(new OrgId(org));
    }

    protected override void Missed()
    {
        KeysChanged?.Invoke();
        Changed?.Invoke(null);
    }
}
