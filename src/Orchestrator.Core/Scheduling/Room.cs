namespace Orchestrator.Core.Scheduling;

/// <summary>A room or a piece of equipment that a visit takes beside the provider.</summary>
/// <param name="Id">The database id.</param>
/// <param name="Key">The organization file's id.</param>
/// <param name="Name">What staff call it.</param>
/// <param name="Type">What <see cref="Service.RequiresRoomType"/> asks for; compared exactly.</param>
/// <param name="LocationId">Where it is.</param>
public sealed record Room(Guid Id, string Key, string Name, string Type, Guid LocationId);
