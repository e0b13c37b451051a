namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>
/// A date at tokens <see cref="First"/> to <see cref="Last"/>; <see cref="Year"/> 0 when it names none. Day and month are
/// held by size, since numeric dates do not say which is which.
/// </summary>
internal readonly record struct DateMark(int First, int Last, int Year, int Low, int High);
