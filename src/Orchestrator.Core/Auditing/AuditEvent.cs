using NodaTime;

namespace Orchestrator.Core.Auditing;

/// <summary>
/// One link of an organization's audit chain. <see cref="Hash"/> covers every other column and the previous row's hash, so
/// nothing personal may stand here: erasing a patient must not break the chain.
/// </summary>
public sealed class AuditEvent
{
    public Guid OrgId { get; init; }

    /// <summary>Position in the chain, from 1, without gaps.</summary>
    public long Seq { get; init; }

    public Instant At { get; init; }

    /// <summary>As <see cref="Tenancy.Actor.ToString"/> gives it.</summary>
    public required string Actor { get; init; }

    /// <summary>What was done, such as <c>hold.claimed</c>.</summary>
    public required string Action { get; init; }

    public required string Outcome { get; init; }

    /// <summary>Id of what it was done to.</summary>
    public string? Subject { get; init; }

    public string? CallId { get; init; }

    public string? ToolCallId { get; init; }

    public string? Detail { get; init; }

    public required byte[] PrevHash { get; init; }

    public required byte[] Hash { get; init; }
}
