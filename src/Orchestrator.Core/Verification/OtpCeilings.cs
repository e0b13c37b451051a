using System.ComponentModel.DataAnnotations;

namespace Orchestrator.Core.Verification;

/// <summary>
/// Limits over all challenges of an organization, against pumping and guessing; section <c>Verification</c>. The defaults
/// follow Twilio Verify's own; no more than 100 failures in a row may ever be allowed (NIST SP 800-63B-4 section 3.2.2).
/// </summary>
public sealed class OtpCeilings
{
    public const string Section = "Verification";

    [Range(1, 100_000)]
    public int SendsPerPhoneAndHour { get; set; } = 5;

    [Range(1, 100_000)]
    public int SendsPerPhoneAndDay { get; set; } = 10;

    [Range(1, 100_000)]
    public int SendsPerCallerAndHour { get; set; } = 10;

    [Range(1, 100_000)]
    public int SendsPerOrganizationAndHour { get; set; } = 60;

    [Range(1, 100)]
    public int WrongGuessesPerPhoneAndDay { get; set; } = 10;

    [Range(1, 100)]
    public int WrongGuessesPerCallerAndDay { get; set; } = 15;
}
