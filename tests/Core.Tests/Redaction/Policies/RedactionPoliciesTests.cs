using Orchestrator.Core.Redaction;
using Orchestrator.Core.Redaction.Policies;
using Orchestrator.Core.Tenancy;
using Orchestrator.Core.Tests.Calls;
using Xunit;

namespace Orchestrator.Core.Tests.Redaction.Policies;

public sealed class RedactionPoliciesTests(TestDatabase database)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SaveAsync_Change_IsANewVersionInForceWithItsAuditRow()
    {
        var (policies, manager) = await OpenAsync();

        var saved = (await policies.SaveAsync(manager, PolicyRules.Default.With(EntityType.Age, RedactionAction.Token).Deny("Bluebird"), 1, " Asked by our officer. ", Ct)).Value;

        Assert.Equal((2, "clinic-default", "operator:test", "Asked by our officer."), (saved.Version, saved.Policy.Name, saved.By, saved.Reason));
        Assert.Equal(2, (await policies.InForceAsync(manager.Org, Ct)).Policy.Version);
        Assert.Equal("AGE keep to token, terms denied 1", await database.ScalarAsync<string>(manager.Org, "select detail from audit_event where action = 'redaction.policy'"));
    }

    [Fact]
    public async Task SaveAsync_OnAnOlderVersion_IsRefusedAndSaysWhoWasQuicker()
    {
        var (policies, manager) = await OpenAsync();
        await policies.SaveAsync(manager, PolicyRules.Default.Deny("Bluebird"), 1, "First.", Ct);

        var refusal = (await policies.SaveAsync(manager, PolicyRules.Default.Deny("Heron"), 1, "Second.", Ct)).Refusal;

        Assert.Equal((PolicyChangeRefusalKind.ChangedMeanwhile, "operator:test"), (refusal.Kind, refusal.By));
        Assert.NotNull(refusal.At);
        Assert.Single(await policies.HistoryAsync(manager, Ct));
    }

    [Theory]
    [InlineData("", PolicyChangeRefusalKind.NoReason)]
    [InlineData("Why not.", PolicyChangeRefusalKind.NothingChanged)]
    public async Task SaveAsync_WithoutReasonOrChange_IsRefused(string reason, PolicyChangeRefusalKind kind)
    {
        var (policies, manager) = await OpenAsync();
        var first = (await policies.SaveAsync(manager, PolicyRules.Default.Deny("Bluebird"), 1, "First.", Ct)).Value;

        Assert.Equal(kind, (await policies.SaveAsync(manager, first.Rules, first.Version, reason, Ct)).Refusal.Kind);
    }

    [Fact]
    public async Task SaveAsync_AtOnce_GivesVersionsWithoutGapsAndTellsTheOthers()
    {
        var (policies, manager) = await OpenAsync();

        var saved = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => policies.SaveAsync(manager, PolicyRules.Default.Deny($"Term {n}"), 1, "At once.", Ct)));

        Assert.Single(saved, result => result.IsSuccess);
        Assert.All(saved.Where(result => !result.IsSuccess), result => Assert.Equal(PolicyChangeRefusalKind.ChangedMeanwhile, result.Refusal.Kind));
    }

    [Fact]
    public async Task HistoryAsync_Receptionist_IsRefused()
    {
        var clinic = await TestClinic.CreateAsync(database);
        var access = new FakeStaffAccess();
        var user = Guid.CreateVersion7();
        access.Set(clinic.Org, user, StaffRole.Receptionist);
        var policies = new RedactionPolicies(database.Db, new StaffGuard(access), new OrgChangeFeed(database.Source, Microsoft.Extensions.Logging.Abstractions.NullLogger<OrgChangeFeed>.Instance), database.Activity);

        await Assert.ThrowsAsync<StaffAccessException>(() => policies.HistoryAsync(new OrgContext(clinic.Org, Actor.Staff(user)), Ct));
    }

    private async Task<(RedactionPolicies Policies, OrgContext Manager)> OpenAsync()
    {
        var clinic = await TestClinic.CreateAsync(database);
        return (new TestCalls(database).Policies, new OrgContext(clinic.Org, Actor.Operator("test")));
    }
}
