using Orchestrator.Core.Credentials;
using Orchestrator.Core.Messaging.Twilio;
using Orchestrator.Core.Verification;
using Orchestrator.Web.Hosting.Clock;
using Orchestrator.Web.Hosting.Database;
using Orchestrator.Web.Hosting.PrivatePostgres;
using Orchestrator.Web.Hosting.Security;
using Orchestrator.Web.Hosting.Telemetry;
using Orchestrator.Web.Vapi;

namespace Orchestrator.Web.Hosting.Settings;

internal static class HostSettings
{
    public static void AddHostSettings(this SettingsReader settings)
    {
        settings.Add<PublicAddressOptions>(PublicAddressOptions.Section);
        settings.Add<ReverseProxyOptions>(ReverseProxyOptions.Section, proxies => proxies.Faults());
        settings.Add<ConnectionStringsOptions>(ConnectionStringsOptions.Section);
        settings.Add<EmbeddedPostgresOptions>(EmbeddedPostgresOptions.Section);
        settings.Add<KeyRingOptions>(KeyRingOptions.Section);
        settings.Add<CredentialOptions>(CredentialOptions.Section);
        settings.Add<TwilioOptions>(TwilioOptions.Section, twilio => twilio.Faults());
        settings.Add<OtpCeilings>(OtpCeilings.Section);
        settings.Add<VoiceCodeOptions>(VoiceCodeOptions.Section);
        settings.Add<VapiOptions>(VapiOptions.Section);
        settings.Add<MetricsOptions>(MetricsOptions.Section);
        settings.Add<DevelopmentOptions>(DevelopmentOptions.Section, development => development.Faults(settings.Environment));
    }
}
