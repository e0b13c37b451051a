namespace Orchestrator.Web.Tests.Twilio;

/// <summary>A text that the stand-in took.</summary>
internal sealed class StandInMessage(string sid, StandInAccount account, IReadOnlyDictionary<string, string> form, DateTimeOffset at)
{
    public string Sid { get; } = sid;

    public StandInAccount Account { get; } = account;

    public IReadOnlyDictionary<string, string> Form { get; } = form;

    public DateTimeOffset At { get; } = at;

    /// <summary>With a messaging service the first word is "accepted", without one "queued".</summary>
    public string Status { get; set; } = form.ContainsKey("MessagingServiceSid") ? "accepted" : "queued";

    public int? ErrorCode { get; set; }

    public string? StatusCallback => Form.GetValueOrDefault("StatusCallback");
}
