namespace Orchestrator.Core.Verification;

/// <summary>
/// Limits over all challenges of an organization, against pumping and guessing; section <c>Verification</c>. The defaults
/// follow Twilio Verify's own and NIST SP 800-63B-4 section 3.2.2 (at most 100 failures in a row).
/// </summary>
public sealed class OtpCeilings
{
    public const string Section = "Verification";

    public int SendsPerPhoneAndHour { get; set; } = 5;

    public int SendsPerPhoneAndDay { get; set; } = 10;

    public int SendsPerCallerAndHour { get; set; } = 10;

    public int SendsPerOrganizationAndHour { get; set; } = 60;

    public int WrongGuessesPerPhoneAndDay { get; set; } = 10;

    public int WrongGuessesPerCallerAndDay { get; set; } = 15;
}
