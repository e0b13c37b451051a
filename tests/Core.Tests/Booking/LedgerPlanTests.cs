using Npgsql;
using Xunit;

namespace Orchestrator.Core.Tests.Booking;

/// <summary>
/// A search by the exclusion's index would read all that a provider ever had: docs/adr/0019-cost-of-a-claim.md. On an empty
/// table, as a new installation has, it is what the planner would take.
/// </summary>
public sealed class LedgerPlanTests(TestDatabase database)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("provider_id", "one_booking_per_provider")]
    [InlineData("room_id", "one_booking_per_room")]
    public async Task Search_WhatStandsInTheWay_LeavesTheConstraintsIndexAlone(string place, string constraint)
    {
        var plan = await ExplainAsync($"""
            select 1 from booking b
             where b.org_id = '{Guid.NewGuid()}' and b.{place} = '{Guid.NewGuid()}'
               and b.status in ('held', 'needs_staff', 'booked', 'arrived', 'fulfilled')
               and b.blocked_from < '2027-01-04 10:00Z' and b.blocked_from > '2027-01-02 09:30Z' and b.blocked_to > '2027-01-04 09:30Z'
               and b.group_key <> '{Guid.NewGuid()}'
            """);

        Assert.DoesNotContain(constraint, plan, StringComparison.Ordinal);
    }

    private async Task<string> ExplainAsync(string sql)
    {
        await using var connection = await database.Source.OpenConnectionAsync(Ct);
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        // Tables of a test are small enough to be read whole.
        await using (var settings = new NpgsqlCommand("set local enable_seqscan = off; set local enable_bitmapscan = off", connection, transaction))
            await settings.ExecuteNonQueryAsync(Ct);
        await using var explain = new NpgsqlCommand("explain " + sql, connection, transaction);
        await using var lines = await explain.ExecuteReaderAsync(Ct);
        var plan = new List<string>();
        while (await lines.ReadAsync(Ct))
            plan.Add(lines.GetString(0));
        return string.Join('\n', plan);
    }
}
