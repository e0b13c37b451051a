using Orchestrator.Core.Tenancy;
using Orchestrator.Web.Hosting;

namespace Orchestrator.Web.Identity;

/// <summary>Development: makes the sign-ins that <c>./run</c> prints, those that are missing.</summary>
internal sealed class DevelopmentUsersStep(AccountStore accounts, MemberStore members, OrgList orgs, IHostEnvironment environment) : IStartupStep
{
    public async Task RunAsync(CancellationToken ct)
    {
        if (!environment.IsDevelopment())
            return;
        if (await accounts.FindAsync(DevelopmentSignIns.PlatformAdmin, ct) is null)
            await accounts.MakePlatformAdminAsync(await MakeAsync(DevelopmentSignIns.PlatformAdmin, "Platform admin", ct), ct);
        foreach (var slug in DemoClinics.Slugs)
        {
            if (await orgs.FindAsync(slug, ct) is not { } org)
                continue;
            foreach (var role in DevelopmentSignIns.Roles)
            {
                var email = DevelopmentSignIns.EmailOf(role, slug);
                if (await accounts.FindAsync(email, ct) is null)
                    await members.SetRoleAsync(new OrgContext(org, Actor.Operator("demo")), await MakeAsync(email, $"Demo {role.ToString().ToLowerInvariant()}", ct), role, ct);
            }
        }
    }

    private async Task<Guid> MakeAsync(string email, string name, CancellationToken ct) =>
        (await accounts.CreateAsync(email, name, DevelopmentSignIns.Password, ct)).Match(
            user => user.Id, refusal => throw new InvalidOperationException(string.Join(' ', refusal.Sentences)));
}
