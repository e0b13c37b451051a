namespace Orchestrator.Core.Redaction;

/// <summary>One identifier of 45 CFR 164.514(b)(2)(i).</summary>
/// <param name="Letter">The paragraph, A to R.</param>
/// <param name="Note">What stays, or why no type stands for it.</param>
public sealed record HipaaIdentifier(char Letter, string Title, IReadOnlyList<EntityType> Types, string? Note = null);
