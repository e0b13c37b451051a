using Orchestrator.Core.Scheduling;

namespace Orchestrator.Web.Vapi.Tools;

/// <summary>What a caller wants to come for, and to whom; no provider means whoever is free.</summary>
internal sealed record Visit(Service Service, Provider? Provider);
