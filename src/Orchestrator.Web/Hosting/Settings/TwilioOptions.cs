using System.ComponentModel.DataAnnotations;

namespace Orchestrator.Web.Hosting.Settings;

/// <summary>Where Twilio answers; other addresses are for tests and regions. Credentials belong to organizations, not here.</summary>
public sealed class TwilioOptions
{
    public const string Section = "Twilio";

    [Required]
    [AbsoluteUrl]
    public Uri ApiBaseUrl { get; set; } = new("https://api.twilio.com");

    [Required]
    [AbsoluteUrl]
    public Uri AccountsBaseUrl { get; set; } = new("https://accounts.twilio.com");

    [Required]
    [AbsoluteUrl]
    public Uri IamBaseUrl { get; set; } = new("https://iam.twilio.com");
}
