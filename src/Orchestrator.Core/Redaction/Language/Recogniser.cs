namespace Orchestrator.Core.Redaction.Language;

/// <summary>A form of an identifier of one country, read from its data file.</summary>
/// <param name="Name">Stands in a span's reason.</param>
/// <param name="Groups">The ways it is written in groups, each packed by <see cref="Grouping"/>.</param>
internal sealed record Recogniser(string Name, EntityType Type, Shape Shape, Checksum Checksum, Standing Alone, ulong[] Groups, double Score);
