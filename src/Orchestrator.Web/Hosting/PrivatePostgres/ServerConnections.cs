using Npgsql;

namespace Orchestrator.Web.Hosting.PrivatePostgres;

/// <summary>The connection strings of the three roles.</summary>
internal sealed class ServerConnections(ServerRecord record, int port)
{
    public const string Superuser = "postgres";
    public const string Owner = "orchestrator_owner";
    public const string App = "orchestrator_app";
    public const string Database = "orchestrator";

    public string For(string role, string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = port,
        Database = database,
        Username = role,
        Password = role switch
        {
            Superuser => record.SuperuserPassword,
            Owner => record.OwnerPassword,
            App => record.AppPassword,
            _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
        },
        // Loopback to a server that offers neither: asking would cost a round trip per connection.
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
        // Only the serving role keeps connections: those of the others would outlive their one use.
        Pooling = role == App,
        // The server has this machine's processors, which claims keep busy from a handful of connections on; the rest is for pages
        // that read for longer. More gain nothing, and each takes a thousand claims to warm up (docs/adr/0019-cost-of-a-claim.md).
        MaxPoolSize = 8 + (2 * Environment.ProcessorCount),
    }.ConnectionString;
}
