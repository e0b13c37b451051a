namespace Orchestrator.Core.Tenancy;

/// <summary>
/// The check that every staff service makes first, whatever the page showed: <c>await guard.RequireAsync(context,
/// StaffTask.WorkDesk, ct)</c>. It throws, because a page does not offer what its user may not do: whoever gets here has
/// lost the role meanwhile or has forged the request, and a thrown refusal cannot be overlooked.
/// </summary>
public sealed class StaffGuard(IStaffAccess access)
{
    /// <exception cref="StaffAccessException">The actor may not; nothing was read or changed.</exception>
    public async ValueTask RequireAsync(OrgContext context, StaffTask task, CancellationToken ct)
    {
        var mayDo = context.Actor.Kind switch
        {
            ActorKind.Staff => Guid.TryParse(context.Actor.Id, out var user) && await access.RoleOfAsync(context.Org, user, ct) is { } role && role.May(task),
            // Whoever may run verbs on the machine needs no portal.
            ActorKind.Operator => true,
            ActorKind.Voice or ActorKind.Job => false,
        };
        if (!mayDo)
            throw new StaffAccessException(task);
    }

    /// <summary>For what concerns the installation and no organization.</summary>
    /// <exception cref="StaffAccessException">The actor does not run it.</exception>
    public async ValueTask RequirePlatformAsync(Actor actor, CancellationToken ct)
    {
        var mayDo = actor.Kind switch
        {
            ActorKind.Staff => Guid.TryParse(actor.Id, out var user) && await access.IsPlatformAdminAsync(user, ct),
            ActorKind.Operator => true,
            ActorKind.Voice or ActorKind.Job => false,
        };
        if (!mayDo)
            throw new StaffAccessException(StaffTask.SeePlatform);
    }
}
