namespace Orchestrator.Web.Hosting.Database;

/// <summary>A database of one's own. Without <see cref="Orchestrator"/> the host runs a private server.</summary>
public sealed class ConnectionStringsOptions
{
    public const string Section = "ConnectionStrings";

    /// <summary>For the role that serves: orchestrator_app.</summary>
    public string? Orchestrator { get; set; }

    /// <summary>For the role that owns the schema; only migrations use it.</summary>
    public string? OrchestratorOwner { get; set; }
}
