namespace Orchestrator.Web.Hosting.Settings;

/// <summary>Keys at the root of the configuration.</summary>
public sealed class PublicAddressOptions
{
    public const string Section = "";

    /// <summary>How the outside reaches this installation: the address in links and in callbacks from Twilio, and part of what Twilio signs.</summary>
    [AbsoluteUrl]
    public Uri? PublicBaseUrl { get; set; }
}
