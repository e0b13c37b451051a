namespace Orchestrator.Core.Redaction.Language;

/// <summary>A form of an identifier of one country, read from its data file.</summary>
/// <param name="Name">Stands in a span's reason.</param>
/// <param name="Groups">Lengths of the groups it is written in, joined by dashes, or empty for any.</param>
internal sealed record Recogniser(string Name, EntityType Type, Shape Shape, Checksum Checksum, Standing Alone, string Groups, double Score);
