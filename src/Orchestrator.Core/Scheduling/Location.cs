using System.Collections.Immutable;
using NodaTime;

namespace Orchestrator.Core.Scheduling;

/// <summary>A place of the clinic. All wall-clock rules of its providers are in <see cref="Zone"/>.</summary>
public sealed record Location
{
    /// <summary>The database id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The organization file's id, the only id the outside sees.</summary>
    public required string Key { get; init; }

    public required string Name { get; init; }

    public required DateTimeZone Zone { get; init; }

    public ImmutableArray<Closure> Closures { get; init; } = [];
}
