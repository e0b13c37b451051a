using Npgsql;
using Orchestrator.Web.Hosting.Clock;

namespace Orchestrator.Web.Hosting.Doctor;

/// <summary>Whether this machine and the database agree on the time: holds and codes expire by the database's.</summary>
internal sealed class ClockDoctor(NpgsqlDataSource source, TimeProvider clock, ClockOffset offset) : IDoctorCheck
{
    private static readonly TimeSpan s_tolerance = TimeSpan.FromSeconds(2);

    public string Name => "clock";

    public async Task<Finding> CheckAsync(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var command = new NpgsqlCommand("select extract(epoch from clock_timestamp())::double precision", connection);
        var database = DateTimeOffset.UnixEpoch.AddSeconds((double)(await command.ExecuteScalarAsync(ct))!);
        var apart = (clock.GetUtcNow() - offset.Value - database).Duration();

        var moved = offset.Value == TimeSpan.Zero ? "" : $"; moved by {offset.Value} (Development:FixedClock)";
        var text = FormattableString.Invariant($"this machine and the database are {apart.TotalSeconds:0.0} s apart{moved}");
        return apart <= s_tolerance ? Finding.Good(text) : Finding.Bad(text);
    }
}
