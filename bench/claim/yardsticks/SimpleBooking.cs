namespace Orchestrator.Claim.Bench;

internal sealed class SimpleBooking
{
    public Guid Id { get; set; }

    public Guid OrgId { get; set; }

    public Guid ProviderId { get; set; }

    public Guid ServiceId { get; set; }

    public DateTime StartsAt { get; set; }

    public DateTime EndsAt { get; set; }

    public string Status { get; set; } = "";

    public DateTime? HoldExpiresAt { get; set; }

    public string CallId { get; set; } = "";

    public string PatientName { get; set; } = "";

    public string PatientPhone { get; set; } = "";

    public DateTime CreatedAt { get; set; }

    public DateTime UpdatedAt { get; set; }
}
