using NodaTime;
using Npgsql;

namespace Orchestrator.Claim.Bench;

/// <summary>One round trip to the product's own SQL function; no credential, no envelope, no validation, no log.</summary>
internal static class BareEndpoint
{
    private const string Sql = "select outcome, booking_id from claim_slot($1, 1, $2, $3, $4, array[$5], array[$6], $7, $8, $9, $8, $9, $10, '10 min', $11, $12, 1, null)";

    public static async Task<Claimed> ClaimAsync(Claim claim, NpgsqlDataSource source, IConfiguration settings)
    {
        var start = Instant.FromDateTimeOffset(claim.Start);
        await using var command = source.CreateCommand(Sql);
        foreach (var value in (object[])
                 [claim.Org, "voice:" + claim.Call, claim.Call, claim.ToolCall, claim.Provider, settings["Answer"]!, claim.Service,
                  start, start + Duration.FromMinutes(30), Guid.CreateVersion7(), claim.Name, claim.Phone])
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return new Claimed(reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetGuid(1));
    }
}
