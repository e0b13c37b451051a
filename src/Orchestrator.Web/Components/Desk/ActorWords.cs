using System.Collections.Immutable;

namespace Orchestrator.Web.Components.Desk;

/// <summary>Actors as people say them.</summary>
/// <param name="Names">Display names by actor.</param>
/// <param name="Self">The actor who reads.</param>
public sealed record ActorWords(ImmutableDictionary<string, string> Names, string Self)
{
    public static ActorWords None { get; } = new(ImmutableDictionary<string, string>.Empty, "");

    public string Of(string actor) => actor switch
    {
        _ when actor == Self => "You",
        _ when Names.TryGetValue(actor, out var name) => name,
        _ when actor.StartsWith("voice:", StringComparison.Ordinal) => "The voice agent",
        _ when actor.StartsWith("staff:", StringComparison.Ordinal) => "A former colleague",
        "job:hold-sweep" => "The clock",
        "job:sms-provider" => "The phone company",
        "job:retention" => "Retention",
        "job:redaction-rerun" => "Redaction",
        _ when actor.StartsWith("job:", StringComparison.Ordinal) => "The system",
        _ => "The operator",
    };
}
