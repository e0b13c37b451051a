using NodaTime;
using Npgsql;
using Orchestrator.Core.Persistence;
using Orchestrator.Core.Tenancy;
using static Orchestrator.Core.Persistence.SqlValue;

namespace Orchestrator.Core.Calls;

/// <summary>The arguments that <c>end_call</c> and <c>store_report</c> share, in their order.</summary>
internal static class CallArguments
{
    public static NpgsqlParameter[] Of(OrgContext context, CallEnded call) =>
    [
        Text(context.Actor.ToString()),
        Text(context.CallId),
        Text(SnakeCaseEnumConverter<CallChannel>.ToName(call.Channel)),
        Text(SnakeCaseEnumConverter<CallDirection>.ToName(call.Direction)),
        Text(CallerNumber.LastFour(call.CallerNumber)),
        Text(call.CalledNumberId),
        At(call.StartedAt),
        At(call.EndedAt),
        Text(call.Reason),
        Flag(call.TransferredToPerson),
        Int(call.Duration is { } duration ? (int)Math.Min(duration.TotalMilliseconds, int.MaxValue) : null),
        Number(call.CostUsd),
    ];

    public static NpgsqlParameter At(DateTimeOffset? at) => SqlValue.At(at is { } known ? Instant.FromDateTimeOffset(known) : null);
}
