using NodaTime;
using Orchestrator.Core.Messaging;
using Orchestrator.Core.Verification;

namespace Orchestrator.Core.Desk;

/// <summary>Which texts; what is not set does not restrict.</summary>
public sealed record TextFilter
{
    public IReadOnlyCollection<DispatchState> States { get; init; } = [];

    public SmsReason? Reason { get; init; }

    /// <summary>First day, in the clinic's zone.</summary>
    public LocalDate? From { get; init; }

    /// <summary>Last day, inclusive.</summary>
    public LocalDate? To { get; init; }

    /// <summary>Last digits of the phone, or the beginning of the text's or its hold's id.</summary>
    public string? Text { get; init; }

    /// <summary>Never what somebody typed.</summary>
    public override string ToString() => "TextFilter";
}
