using NodaTime;

namespace Orchestrator.Core.Booking;

/// <summary>Why staff's action changed nothing, with what they need to know.</summary>
/// <param name="Kind">The reason.</param>
/// <param name="LastChange">Who did what to the hold last, and when; none where nothing is recorded of it.</param>
/// <param name="Wait">How long until it may be tried again; with <see cref="DeskRefusalKind.TextedJustNow"/>.</param>
public sealed record DeskRefusal(DeskRefusalKind Kind, HoldChange? LastChange = null, Duration Wait = default);
