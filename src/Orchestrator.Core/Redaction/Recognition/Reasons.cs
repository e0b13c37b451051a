namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>The reasons that spans carry, written once.</summary>
internal static class Reasons
{
    /// <summary>A name given letter by letter.</summary>
    public const string Spelled = "PERSON:spelled";

    private static readonly string[] Cued = Write("cue");
    private static readonly string[] AskedFor = Write("asked");
    private static readonly string[] Terms = Write("term");
    private static readonly string[] KnownValues = Write("known");
    private static readonly string[] GivenValues = Write("given");

    public static string Of(EntityType type, RedactionLayer layer) => layer == RedactionLayer.Expectation ? AskedFor[(int)type] : Cued[(int)type];

    /// <summary>A term of the data files.</summary>
    public static string Term(EntityType type) => Terms[(int)type];

    public static string Known(EntityType type) => KnownValues[(int)type];

    /// <summary>Said earlier in the same call.</summary>
    public static string Given(EntityType type) => GivenValues[(int)type];

    private static string[] Write(string reason) => [.. EntityTypes.All.Select(type => $"{type.Name()}:{reason}")];
}
