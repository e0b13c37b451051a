namespace Orchestrator.Core.Tenancy;

/// <summary>
/// Who acts, as the audit log names them: the voice agent in a call, a staff member, a background job or the operator at
/// the command line. <see cref="ToString"/> is the stored form, such as <c>voice:01981101-…</c> or <c>job:hold-sweep</c>;
/// it never holds a name, a phone number or an e-mail address.
/// </summary>
public sealed record Actor(ActorKind Kind, string Id)
{
    public static Actor Voice(string? callId) => new(ActorKind.Voice, callId ?? "unknown");

    public static Actor Staff(Guid userId) => new(ActorKind.Staff, userId.ToString());

    public static Actor Job(string name) => new(ActorKind.Job, name);

    public static Actor Operator(string verb) => new(ActorKind.Operator, verb);

    public override string ToString() => Kind switch
    {
        ActorKind.Voice => $"voice:{Id}",
        ActorKind.Staff => $"staff:{Id}",
        ActorKind.Job => $"job:{Id}",
        ActorKind.Operator => $"operator:{Id}",
    };
}
