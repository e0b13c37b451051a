using NodaTime;
using Npgsql;
using NpgsqlTypes;

namespace Orchestrator.Core.Persistence;

/// <summary>Parameters for the SQL functions; null is SQL null of the right type.</summary>
internal static class SqlValue
{
    public static NpgsqlParameter Text(string? value) => Of(value, NpgsqlDbType.Text);

    public static NpgsqlParameter Uuid(Guid? value) => Of(value, NpgsqlDbType.Uuid);

    public static NpgsqlParameter Int(int? value) => Of(value, NpgsqlDbType.Integer);

    public static NpgsqlParameter Long(long value) => new NpgsqlParameter<long> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Bigint };

    public static NpgsqlParameter Flag(bool value) => new NpgsqlParameter<bool> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Boolean };

    public static NpgsqlParameter Bytes(byte[] value) => Of(value, NpgsqlDbType.Bytea);

    public static NpgsqlParameter At(Instant? value) => Of(value, NpgsqlDbType.TimestampTz);

    public static NpgsqlParameter Span(Duration value) => new() { Value = value, NpgsqlDbType = NpgsqlDbType.Interval };

    public static NpgsqlParameter Uuids(IEnumerable<Guid> values) => Of(values.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Uuid);

    public static NpgsqlParameter Ints(IEnumerable<int> values) => Of(values.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Integer);

    public static NpgsqlParameter Instants(IEnumerable<Instant> values) => Of(values.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.TimestampTz);

    public static NpgsqlParameter Number(decimal? value) => Of(value, NpgsqlDbType.Numeric);

    /// <summary>JSON as UTF-8.</summary>
    public static NpgsqlParameter Json(byte[]? utf8) => Of(utf8, NpgsqlDbType.Jsonb);

    public static NpgsqlParameter Texts(IEnumerable<string?> values) => Of(values.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text);

    private static NpgsqlParameter Of(object? value, NpgsqlDbType type) => new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };
}
