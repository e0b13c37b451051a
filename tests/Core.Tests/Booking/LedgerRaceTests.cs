using System.Data;
using NodaTime;
using Npgsql;
using Orchestrator.Core.Booking;
using Orchestrator.Core.Calls;
using Orchestrator.Core.Tenancy;
using Orchestrator.Core.Tests.Verification;
using Xunit;

namespace Orchestrator.Core.Tests.Booking;

/// <summary>
/// Races that double-booked, lost or wrongly refused in earlier implementations of this flow (R1 to R12), each counted over many
/// trials against ours. The last test proves that the harness sees a double booking where there is one.
/// </summary>
public sealed class LedgerRaceTests(TestDatabase database)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private BookingService Bookings => new(database.Db, database.Activity);

    [Fact]
    public async Task R1_ClaimDuringAndAfterAConfirm_NeverTakesTheTime()
    {
        var hits = await Race.CountHitsAsync("R1", Race.Natural, NewClinic, async (clinic, trial) =>
        {
            var hold = await HoldAsync(clinic, trial);

            var during = await Race.AtOnceAsync(() => ConfirmAsync(hold), () => ClaimAsync(clinic, trial));
            var after = await ClaimAsync(clinic, trial);

            var appointments = await CountAsync(clinic, trial, "status = 'booked'");
            return !during[0] || during[1] || after || appointments != 1;
        });

        Assert.Equal(0, hits);
    }

    [Fact]
    public async Task R2_TwoConfirmsAtOnce_OneIsNewAndBothSucceed()
    {
        var hits = await Race.CountHitsAsync("R2 natural", Race.Natural, NewClinic, async (clinic, trial) =>
        {
            var (call, hold) = await HoldAsync(clinic, trial);

            var answers = await Race.AtOnceAsync(2, _ => Bookings.ConfirmAsync(call, hold, "no_code_required", Ct));

            return answers.Count(answer => answer.Value.IsNew) != 1 || await CountAsync(clinic, trial, "status = 'booked'") != 1;
        });

        Assert.Equal(0, hits);
    }

    [Fact]
    public async Task R2_ConfirmWaitingForAnother_FindsItConfirmed()
    {
        await using var first = await LoneConnection.OpenAsync(database);
        await using var second = await LoneConnection.OpenAsync(database);
        var hits = await Race.CountHitsAsync("R2 forced", Race.Forced, NewClinic, async (clinic, trial) =>
        {
            var (call, hold) = await HoldAsync(clinic, trial);
            await using var open = await first.BeginAsync();
            await ConfirmInAsync(open, clinic, hold.Id);
            var waiting = new BookingService(second.Db, database.Activity).ConfirmAsync(call, hold, "no_code_required", Ct);
            await second.WaitUntilBlockedAsync(waiting);

            await CommitAsync(open);

            return (await waiting).Value.IsNew;
        }, lanes: 1);

        Assert.Equal(0, hits);
    }

    [Fact]
    public async Task R3_ConfirmAndClaimAroundTheExpiry_NeverBothSucceed()
    {
        var (confirmed, claimed) = (0, 0);
        var hits = await Race.CountHitsAsync("R3 natural", Race.Natural, NewClinic, async (clinic, trial) =>
        {
            var hold = await HoldAsync(clinic, trial, Duration.FromMilliseconds(5 + (trial % 8 * 5)));

            var answers = await Race.AtOnceAsync(
                async () =>
                {
                    for (var i = 0; i < trial % 4; i++)
                        await using (var pause = database.Source.CreateCommand("select 1"))
                            await pause.ExecuteScalarAsync(Ct);
                    return await ConfirmAsync(hold);
                },
                async () =>
                {
                    for (var i = 0; i < 40; i++)
                    {
                        if (await ClaimAsync(clinic, trial))
                            return true;
                    }
                    return false;
                });

            Interlocked.Add(ref confirmed, answers[0] ? 1 : 0);
            Interlocked.Add(ref claimed, answers[1] ? 1 : 0);
            var (booked, held) = (await CountAsync(clinic, trial, "status = 'booked'"), await CountAsync(clinic, trial, "status = 'held' and call_id <> '" + hold.Call.CallId + "'"));
            return (answers[0] && answers[1]) || booked != (answers[0] ? 1 : 0) || held != (answers[1] ? 1 : 0);
        });
        Race.Report($"R3 natural: confirm won {confirmed}, claim won {claimed}");

        Assert.Equal(0, hits);
    }

    [Fact]
    public async Task R3_ConfirmInATransactionOpenedBeforeTheExpiry_IsRefused()
    {
        await using var early = await LoneConnection.OpenAsync(database);
        var hits = await Race.CountHitsAsync("R3 opened before", Race.Forced, NewClinic, async (clinic, trial) =>
        {
            var (_, hold) = await HoldAsync(clinic, trial);
            await using var open = await early.BeginAsync();
            await using (var now = new NpgsqlCommand("select now()", open.Connection, open))
                await now.ExecuteScalarAsync(Ct);
            await LapseAsync(clinic, hold.Id);
            var (call, taken) = await HoldAsync(clinic, trial);
            await ConfirmAsync((call, taken));

            var late = await ConfirmInAsync(open, clinic, hold.Id);
            await CommitAsync(open);

            return late != "hold_expired" || await CountAsync(clinic, trial, "status = 'booked'") != 1;
        }, lanes: 1);

        Assert.Equal(0, hits);
    }

    [Fact]
    public async Task R3_ReleaseDuringAnOpenConfirm_SaysThatItIsConfirmed()
    {
        await using var first = await LoneConnection.OpenAsync(database);
        await using var second = await LoneConnection.OpenAsync(database);
        var hits = await Race.CountHitsAsync("R3 release", Race.Forced, NewClinic, async (clinic, trial) =>
        {
            var (call, hold) = await HoldAsync(clinic, trial);
            await using var open = await first.BeginAsync();
            await ConfirmInAsync(open, clinic, hold.Id);
            var release = new BookingService(second.Db, database.Activity).ReleaseAsync(call, hold.Id, Ct);
            await second.WaitUntilBlockedAsync(release);

            await CommitAsync(open);

            return await release != ReleaseRefusal.AlreadyConfirmed || await CountAsync(clinic, trial, "status = 'booked'") != 1;
        }, lanes: 1);

        Assert.Equal(0, hits);
    }

    [Fact]
    public async Task R4_TwoProvidersAtOneTime_AreNeverInEachOthersWay()
    {
        var refused = await Race.CountHitsAsync("R4", Race.Natural, () => TestClinic.CreateAsync(database, providers: 2), async (clinic, trial) =>
        {
            var answers = await Race.AtOnceAsync(2, async i =>
                (await Bookings.ClaimAsync(clinic.NewCall(), clinic.Claim(StartOf(trial), providers: [clinic.Providers[i]]), Ct)).IsSuccess);
            return answers.Contains(false);
        });

        Assert.Equal(0, refused);
    }

    [Fact]
    public async Task R5_OverlappingStarts_NeverBothHeld()
    {
        var hits = await Race.CountHitsAsync("R5", Race.Natural, NewClinic, async (clinic, trial) =>
        {
            var answers = await Race.AtOnceAsync(2, async i =>
                (await Bookings.ClaimAsync(clinic.NewCall(), clinic.Claim(StartOf(trial) + Duration.FromMinutes(15 * i)), Ct)).IsSuccess);
            return answers.Count(won => won) != 1;
        });

        Assert.Equal(0, hits);
    }

    [Fact]
    public async Task R6_SessionsWithOtherTimeSettings_LockTheSame()
    {
        await using var utc = database.SourceWith("Timezone=UTC");
        await using var york = database.SourceWith("Timezone=America/New_York;Options=-c datestyle=German");
        var services = new BookingService[] { new(TestDatabase.DbOf(utc), database.Activity), new(TestDatabase.DbOf(york), database.Activity) };
        var hits = await Race.CountHitsAsync("R6 natural", Race.Natural, NewClinic, async (clinic, trial) =>
        {
            var answers = await Race.AtOnceAsync(2, async i => await services[i].ClaimAsync(clinic.NewCall(), clinic.Claim(StartOf(trial)), Ct));
            return answers.Count(answer => answer.IsSuccess) != 1;
        });
        await using var first = await LoneConnection.OpenAsync(database, "Timezone=UTC");
        await using var second = await LoneConnection.OpenAsync(database, "Timezone=America/New_York;Options=-c datestyle=German");
        hits += await Race.CountHitsAsync("R6 forced", Race.Forced, NewClinic, async (clinic, trial) =>
        {
            await using var open = await first.BeginAsync();
            var won = await ClaimInAsync(open, clinic, trial);
            var waiting = new BookingService(second.Db, database.Activity).ClaimAsync(clinic.NewCall(), clinic.Claim(StartOf(trial)), Ct);
            await second.WaitUntilBlockedAsync(waiting);
            await CommitAsync(open);
            return won != "held" || (await waiting).IsSuccess;
        }, lanes: 1);

        Assert.Equal(0, hits);
    }

    [Theory]
    [InlineData(IsolationLevel.RepeatableRead, "repeatable\\ read")]
    [InlineData(IsolationLevel.Serializable, "serializable")]
    public async Task R7_SnapshotOlderThanTheOtherClaim_NeverHoldsToo(IsolationLevel isolation, string setting)
    {
        await using var lone = await LoneConnection.OpenAsync(database);
        var hits = await Race.CountHitsAsync($"R7 forced, {isolation}", Race.Forced, NewClinic, async (clinic, trial) =>
        {
            await using var open = await lone.BeginAsync(isolation);
            await using (var look = new NpgsqlCommand("select count(*) from booking", open.Connection, open))
                await look.ExecuteScalarAsync(Ct);
            await HoldAsync(clinic, trial);
            try
            {
                var outcome = await ClaimInAsync(open, clinic, trial);
                await CommitAsync(open);
                return outcome == "held" || await CountAsync(clinic, trial, "status = 'held'") != 1;
            }
            catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.SerializationFailure or "OR001")
            {
                await open.Connection!.CloseAsync();
                return await CountAsync(clinic, trial, "status = 'held'") != 1;
            }
        }, lanes: 1);
        await using var strict = database.SourceWith($"Options=-c default_transaction_isolation={setting}");
        hits += await Race.CountHitsAsync($"R7 natural, {isolation}", Race.Natural, NewClinic, async (clinic, trial) =>
        {
            var answers = await Race.AtOnceAsync<bool?>(2, async _ =>
            {
                try
                {
                    return (await new BookingService(TestDatabase.DbOf(strict), database.Activity).ClaimAsync(clinic.NewCall(), clinic.Claim(StartOf(trial)), Ct)).IsSuccess;
                }
                catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.SerializationFailure)
                {
                    return null;
                }
            });
            // No answer is allowed where the settings are not ours; "taken" without somebody who took it is not.
            return answers.Count(won => won is true) is var winners && (winners > 1 || (winners == 0 && answers.Contains(false)));
        }, lanes: 2);

        Assert.Equal(0, hits);
    }

    [Fact]
    public async Task R8_SixteenClaimersOfOneSlot_ExactlyOneWins()
    {
        var hits = await Race.CountHitsAsync("R8", Race.Natural, NewClinic, async (clinic, trial) =>
        {
            var answers = await Race.AtOnceAsync(16, _ => ClaimAsync(clinic, trial));
            return answers.Count(won => won) != 1;
        }, lanes: 4);

        Assert.Equal(0, hits);
    }

    [Fact]
    public async Task R9_OneToolCallDeliveredTwiceAtOnce_GetsTheSameBytes()
    {
        var hits = await Race.CountHitsAsync("R9", Race.Natural, NewClinic, async (clinic, trial) =>
        {
            var call = clinic.NewCall();
            var answers = await Race.AtOnceAsync(2, _ => Bookings.ClaimAsync(call, clinic.Claim(StartOf(trial)), Ct));
            return !answers.All(answer => answer.IsSuccess) || answers[0].Value != answers[1].Value || await CountAsync(clinic, trial, "true") != 1;
        });

        Assert.Equal(0, hits);
    }

    [Fact]
    public async Task R10_RowWrittenPastTheServices_IsRefusedByTheConstraint()
    {
        var hits = await Race.CountHitsAsync("R10 on a held slot", Race.Forced, NewClinic, async (clinic, trial) =>
        {
            await HoldAsync(clinic, trial);
            return await InsertAsync(clinic, trial);
        });
        hits += await Race.CountHitsAsync("R10 twice at once", Race.Natural, NewClinic, async (clinic, trial) =>
        {
            var inserted = await Race.AtOnceAsync(2, _ => InsertAsync(clinic, trial));
            return inserted.Count(done => done) != 1;
        });

        Assert.Equal(0, hits);
    }

    [Fact]
    public async Task R11_ManyWrongCodesInFlight_CostAndTryExactlyTheAllowedNumber()
    {
        const int Guesses = 32;
        var most = 0;
        var hits = await Race.CountHitsAsync("R11", Race.Forced, () => CodeBench.CreateAsync(database), async (bench, trial) =>
        {
            var held = await bench.HoldAsync(trial);
            await bench.SendAsync(held);
            var wrong = CodeBench.WrongFor(bench.Gateway.LastCode);

            var answers = await Race.AtOnceAsync(Guesses, _ => bench.VerifyAsync(held, wrong));

            // Each guess that was looked at left its row; those that were not say that the challenge was locked already.
            var evaluated = await database.ScalarAsync<long>(bench.Org, "select count(*) from audit_event where subject = $1 and detail like 'attempt %'", held.Hold.Id.ToString());
            InterlockedMax(ref most, (int)evaluated);
            return answers.Any(answer => answer.IsSuccess) || evaluated != 5 || await bench.ChallengeAsync(held) != "locked 5/5 sends=1 macs=0";
        }, lanes: 2);
        Race.Report($"R11: at most {most} of {Guesses} guesses evaluated per hold");

        Assert.Equal(0, hits);
    }

    [Fact]
    public async Task R12_RefusedConfirm_SaysSoAndMakesNoAppointment()
    {
        var hits = await Race.CountHitsAsync("R12", Race.Forced, NewClinic, async (clinic, trial) =>
        {
            var (call, hold) = await HoldAsync(clinic, trial);
            await LapseAsync(clinic, hold.Id);

            var expired = await Bookings.ConfirmAsync(call, hold, "no_code_required", Ct);
            var unknown = await Bookings.ConfirmAsync(call, hold with { Id = Guid.CreateVersion7() }, "no_code_required", Ct);

            return expired.IsSuccess || expired.Refusal != HoldRefusal.Expired || unknown.IsSuccess || await CountAsync(clinic, trial, "status = 'booked'") != 0;
        });

        Assert.Equal(0, hits);
    }

    [Fact]
    public async Task NegativeControl_ClaimWithoutLockOrConstraint_IsCaught()
    {
        await UnlockedLedger.CreateAsync(database);
        var hits = await Race.CountHitsAsync("negative control", Race.Natural, () => Task.FromResult(Guid.NewGuid()), async (lane, trial) =>
        {
            var answers = await Race.AtOnceAsync(16, _ => UnlockedLedger.ClaimAsync(database, lane, trial));
            return answers.Count(won => won) != 1;
        }, lanes: 4);

        Assert.True(hits > 0, "The harness does not see a double booking where there is nothing to prevent one.");
    }

    private static void InterlockedMax(ref int target, int value)
    {
        for (var seen = target; value > seen; seen = target)
            Interlocked.CompareExchange(ref target, value, seen);
    }

    private static Instant StartOf(int trial) => TestClinic.FirstSlot + Duration.FromHours(2 * trial);

    private Task<TestClinic> NewClinic() => TestClinic.CreateAsync(database);

    private async Task<(OrgContext Call, Hold Hold)> HoldAsync(TestClinic clinic, int trial, Duration? life = null)
    {
        var call = clinic.NewCall();
        var request = clinic.Claim(StartOf(trial), hold: life);
        var id = TestClinic.HoldId((await Bookings.ClaimAsync(call, request, Ct)).Value);
        return (call, new Hold(id, clinic.Providers[0], clinic.Service, request.Start, request.End, BookingStatus.Held, null, call.CallId, request.Phone.E164));
    }

    private async Task<bool> ClaimAsync(TestClinic clinic, int trial) =>
        (await Bookings.ClaimAsync(clinic.NewCall(), clinic.Claim(StartOf(trial)), Ct)).IsSuccess;

    private async Task<bool> ConfirmAsync((OrgContext Call, Hold Hold) held) =>
        (await Bookings.ConfirmAsync(held.Call, held.Hold, "no_code_required", Ct)).IsSuccess;

    private Task<int> LapseAsync(TestClinic clinic, Guid hold) =>
        database.ExecuteAsOwnerAsync(clinic.Org, $"update booking set hold_expires_at = app_now() - interval '1 ms' where id = '{hold}'");

    private static async Task<string> ConfirmInAsync(NpgsqlTransaction open, TestClinic clinic, Guid hold)
    {
        await using var confirm = new NpgsqlCommand("select outcome from confirm_hold($1, 'voice:other', null, null, $2, null, 'no_code_required')", open.Connection, open)
            .With(clinic.Org.Value, hold);
        return (string)(await confirm.ExecuteScalarAsync(Ct))!;
    }

    private static async Task<string> ClaimInAsync(NpgsqlTransaction open, TestClinic clinic, int trial)
    {
        const string Sql = """
            select outcome from claim_slot(
              $1, 1, 'voice:other', $2, null, $3, array['{}'], $4, $5, $6, $5, $6, $7, interval '10 minutes', 'Ada Byron', '+447700900123', 1, null)
            """;
        var start = StartOf(trial);
        await using var claim = new NpgsqlCommand(Sql, open.Connection, open).With(
            clinic.Org.Value, $"other-{trial}", clinic.Providers.ToArray(), clinic.Service, start, start + Duration.FromMinutes(30), Guid.CreateVersion7());
        return (string)(await claim.ExecuteScalarAsync(Ct))!;
    }

    private static async Task CommitAsync(NpgsqlTransaction open)
    {
        var connection = open.Connection!;
        await open.CommitAsync(Ct);
        await connection.CloseAsync();
    }

    private async Task<bool> InsertAsync(TestClinic clinic, int trial)
    {
        try
        {
            await database.Db.RunAsync(new OrgContext(clinic.Org, Actor.Job("test")), async (db, ct) =>
            {
                var start = StartOf(trial);
                var id = Guid.CreateVersion7();
                db.Add(new BookingRecord
                {
                    OrgId = clinic.Org.Value, Id = id, ProviderId = clinic.Providers[0], ServiceId = clinic.Service, Status = BookingStatus.Booked, GroupKey = id,
                    StartsAt = start, EndsAt = start + Duration.FromMinutes(30), BlockedFrom = start, BlockedTo = start + Duration.FromMinutes(30),
                    CreatedAt = start, UpdatedAt = start,
                });
                await db.SaveChangesAsync(ct);
            }, Ct);
            return true;
        }
        catch (Exception e) when (SqlStateOf(e) is PostgresErrorCodes.ExclusionViolation or PostgresErrorCodes.DeadlockDetected)
        {
            return false;
        }
    }

    // EF wraps once, and once more where it thinks that a retry could help.
    private static string? SqlStateOf(Exception? e) => e is null or PostgresException ? (e as PostgresException)?.SqlState : SqlStateOf(e.InnerException);

    private Task<long> CountAsync(TestClinic clinic, int trial, string condition) =>
        database.ScalarAsync<long>(clinic.Org, $"select count(*) from booking where starts_at = $1 and {condition}", StartOf(trial));
}
