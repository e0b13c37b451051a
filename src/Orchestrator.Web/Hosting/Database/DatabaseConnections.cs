namespace Orchestrator.Web.Hosting.Database;

/// <summary>The connection strings in force, whether configured or of the private server.</summary>
/// <param name="Serving">Of the role that serves.</param>
/// <param name="Owner">Of the role that migrates; null where the operator migrates by other means.</param>
/// <param name="IsPrivate">Whether the server is our own.</param>
public sealed record DatabaseConnections(string Serving, string? Owner, bool IsPrivate)
{
    /// <summary>Without the passwords.</summary>
    public override string ToString() => IsPrivate ? "private server" : "configured database";
}
