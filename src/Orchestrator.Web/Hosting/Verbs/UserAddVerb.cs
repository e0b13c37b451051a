using System.CommandLine;
using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Orchestrator.Core.Tenancy;
using Orchestrator.Web.Hosting.Settings;
using Orchestrator.Web.Identity;

namespace Orchestrator.Web.Hosting.Verbs;

internal sealed class UserAddVerb : IVerb
{
    private readonly Argument<string> _email = new("EMAIL") { Description = "Whom to let in." };
    private readonly Option<string?> _org = new("--org") { Description = "The organization's slug; none for PlatformAdmin." };
    private readonly Option<StaffRole> _role = new("--role") { Description = "Manager, Receptionist, Auditor or PlatformAdmin.", Required = true };

    public string Name => "user add";

    public string Description => "Lets a person into an organization: an invitation link or, in Development, a password.";

    public void Define(Command command)
    {
        command.Arguments.Add(_email);
        command.Options.Add(_org);
        command.Options.Add(_role);
    }

    public async Task<VerbOutcome> RunAsync(VerbContext context, CancellationToken ct)
    {
        var (email, slug, role) = (context.Parsed.GetRequiredValue(_email).Trim(), context.Parsed.GetValue(_org), context.Parsed.GetValue(_role));
        if (!new EmailAddressAttribute().IsValid(email))
            return VerbOutcome.Refused($"{email} is not an e-mail address.");
        if (role == StaffRole.PlatformAdmin != slug is null)
            return VerbOutcome.Refused(slug is null ? $"--org is needed for the role {role}." : "PlatformAdmin belongs to no organization; leave --org out.");

        await using var host = await PreparedHost.ForVerbAsync(ct);
        var accounts = host.Services.GetRequiredService<AccountStore>();
        var known = await accounts.FindAsync(email, ct);
        if (slug is null)
            return await MakePlatformAdminAsync(accounts, email, known, host.App.Environment, ct);
        if (await host.Services.GetRequiredService<OrgList>().FindAsync(slug, ct) is not { } org)
            return VerbOutcome.Refused($"There is no organization {slug}.");

        var operated = new OrgContext(org, Actor.Operator(Name));
        if (known is null && !host.App.Environment.IsDevelopment())
            return await InviteAsync(host.Services, operated, email, slug, role, ct);
        if (known is null)
        {
            var made = await accounts.CreateAsync(email, null, DevelopmentSignIns.Password, ct);
            if (!made.TryGet(out var user, out var refusal))
                return VerbOutcome.Refused(string.Join(' ', refusal.Sentences));
            known = user.Id;
            await host.Services.GetRequiredService<MemberStore>().SetRoleAsync(operated, user.Id, role, ct);
            return VerbOutcome.Done(
                new { email, org = slug, role = role.ToString(), password = DevelopmentSignIns.Password },
                $"{email} is {role} of {slug}; the password is {DevelopmentSignIns.Password}");
        }

        await host.Services.GetRequiredService<MemberStore>().SetRoleAsync(operated, known.Value, role, ct);
        return VerbOutcome.Done(new { email, org = slug, role = role.ToString() }, $"{email} is {role} of {slug}; the account and its password are as they were.");
    }

    private static async Task<VerbOutcome> InviteAsync(
        IServiceProvider services, OrgContext context, string email, string slug, StaffRole role, CancellationToken ct)
    {
        var token = await services.GetRequiredService<InvitationStore>().InviteAsync(context, email, role, ct);
        var publicly = services.GetRequiredService<IOptions<PublicAddressOptions>>().Value.PublicBaseUrl;
        var link = $"{publicly?.ToString().TrimEnd('/')}{InvitationStore.PathOf(token)}";
        return VerbOutcome.Done(
            new { email, org = slug, role = role.ToString(), invitation = link },
            $"{email} is invited as {role} of {slug}. The link is good once, for {InvitationStore.LifeDays} days:",
            publicly is null ? $"{link} (set PublicBaseUrl for the whole address)" : link);
    }

    // No organization can invite to this, so the account is made here; outside Development with a password nobody else has seen.
    private static async Task<VerbOutcome> MakePlatformAdminAsync(AccountStore accounts, string email, Guid? known, IHostEnvironment environment, CancellationToken ct)
    {
        string? password = null;
        if (known is null)
        {
            password = environment.IsDevelopment() ? DevelopmentSignIns.Password : Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));
            var made = await accounts.CreateAsync(email, null, password, ct);
            if (!made.TryGet(out var user, out var refusal))
                return VerbOutcome.Refused(string.Join(' ', refusal.Sentences));
            known = user.Id;
        }
        await accounts.MakePlatformAdminAsync(known.Value, ct);
        return VerbOutcome.Done(
            new { email, role = nameof(StaffRole.PlatformAdmin), password },
            password is null ? $"{email} is PlatformAdmin." : $"{email} is PlatformAdmin; the password, to be changed at once, is {password}");
    }
}
