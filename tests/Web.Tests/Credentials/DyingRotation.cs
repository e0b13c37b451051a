using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using Orchestrator.Core.Activity;
using Orchestrator.Core.Credentials;
using Orchestrator.Core.Messaging;
using Orchestrator.Core.Messaging.Twilio;
using Orchestrator.Core.Persistence;
using Orchestrator.Core.Tenancy;
using Xunit;

namespace Orchestrator.Web.Tests.Credentials;

/// <summary>A rotation in a process of its own that dies when it is about to commit once more than allowed.</summary>
internal sealed class DyingRotation
{
    private readonly RotationClinic _clinic;
    private readonly CredentialDrafts _drafts;
    private readonly CredentialTests _tests;
    private readonly CredentialSwitch _switch;
    private readonly CredentialVault _vault;

    public DyingRotation(RotationFixture fixture, RotationClinic clinic, int commits)
    {
        var time = TimeProvider.System;
        var source = fixture.Get<NpgsqlDataSource>();
        var db = new OrgDb(new Contexts(source, new Death(commits)), source);
        var (guard, provider, gateway) = (fixture.Get<StaffGuard>(), fixture.Get<ITwilioAccountClient>(), fixture.Get<ISmsGateway>());
        _clinic = clinic;
        _vault = new CredentialVault(db, fixture.Get<KeyRing>(), fixture.Get<ActivityNotifier>());
        _drafts = new CredentialDrafts(_vault, guard, provider, time);
        _tests = new CredentialTests(_vault, guard, gateway, provider, fixture.Get<ClinicDirectory>(), fixture.Get<CredentialUseCounter>(), time);
        _switch = new CredentialSwitch(_vault, _tests, guard, provider, time);
    }

    public async Task RunAsync(bool isKey)
    {
        var ct = TestContext.Current.CancellationToken;
        try
        {
            var begun = await (isKey ? _drafts.CreateKeyAsync(_clinic.Context, RotationClinic.Why, ct) : _drafts.CreateTokenAsync(_clinic.Context, RotationClinic.Why, ct));
            Assert.True((await _tests.TestAsync(_clinic.Context, begun.Value, ct)).IsSuccess);
            Assert.True((await _switch.ActivateAsync(_clinic.Context, begun.Value, RotationClinic.Why, ct)).IsSuccess);
            await _clinic.PassAsync(CredentialEnd.Drain.ToTimeSpan());
            if (!isKey)
                Assert.True((await _switch.PromoteAsync(_clinic.Context, begun.Value, ct)).IsSuccess);
        }
        catch (DeadException)
        {
            // The process is gone; what it had committed stays.
        }
    }

    private sealed class DeadException : Exception;

    private sealed class Death(int commits) : DbTransactionInterceptor
    {
        private int _left = commits;

        public override ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            // Only what changed something is a step.
            if (eventData.Context is { } context && context.ChangeTracker.Entries().Any() && _left-- <= 0)
                throw new DeadException();
            return ValueTask.FromResult(result);
        }
    }

    private sealed class Contexts(NpgsqlDataSource source, Death death) : IDbContextFactory<OrchestratorDbContext>
    {
        public OrchestratorDbContext CreateDbContext()
        {
            var options = new DbContextOptionsBuilder<OrchestratorDbContext>();
            OrchestratorModel.Configure(options, source);
            options.AddInterceptors(death);
            return new OrchestratorDbContext(options.Options);
        }
    }
}
