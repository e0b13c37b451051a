using NodaTime;

namespace Orchestrator.Core.Desk;

/// <summary>Somebody for whom times were held: one name at one phone.</summary>
/// <param name="LastFour">Last four digits of the phone.</param>
/// <param name="Holds">How many times were held for them, whatever became of them.</param>
/// <param name="LastAt">When the newest of them was made.</param>
public sealed record ContactHit(string Name, string? LastFour, int Holds, Instant LastAt)
{
    public override string ToString() => $"ContactHit with {Holds} holds";
}
