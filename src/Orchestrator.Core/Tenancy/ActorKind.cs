namespace Orchestrator.Core.Tenancy;

public enum ActorKind
{
    Voice,
    Staff,
    Job,
    Operator,
}
