using Xunit;

namespace Orchestrator.Core.Tests.Booking;

/// <summary>The negative control: a claim that looks and then writes, with nothing that would stop two of them.</summary>
internal static class UnlockedLedger
{
    public static async Task CreateAsync(TestDatabase database)
    {
        await using var create = database.Owner.CreateCommand("""
            create schema if not exists scratch;
            grant usage on schema scratch to orchestrator_app;
            create table if not exists scratch.booking (lane uuid, slot int);
            grant select, insert on scratch.booking to orchestrator_app;
            create or replace function scratch.claim(p_lane uuid, p_slot int) returns boolean language plpgsql as $$
            begin
              perform 1 from scratch.booking where lane = p_lane and slot = p_slot;
              if found then
                return false;
              end if;
              insert into scratch.booking values (p_lane, p_slot);
              return true;
            end $$;
            """);
        await create.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public static async Task<bool> ClaimAsync(TestDatabase database, Guid lane, int slot)
    {
        await using var claim = database.Source.CreateCommand("select scratch.claim($1, $2)").With(lane, slot);
        return (bool)(await claim.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
