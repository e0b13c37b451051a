namespace Orchestrator.Core.Tenancy;

/// <summary>
/// Whose rows and on whose behalf: the first argument of every Core service method. It opens the database, fills the audit
/// row and the log scope. Explicit and never ambient: see docs/adr/0002-explicit-org-context.md.
/// </summary>
/// <param name="Org">The organization whose rows may be seen.</param>
/// <param name="Actor">Who acts.</param>
/// <param name="CallId">The voice call (or chat) the work belongs to, as the voice platform names it; opaque text.</param>
/// <param name="ToolCallId">The tool call that asked, where one did: the key under which its answer is remembered.</param>
public sealed record OrgContext(OrgId Org, Actor Actor, string? CallId = null, string? ToolCallId = null);
