using NodaTime;

namespace Orchestrator.Core.Verification;

/// <summary>A text with a code is with the provider, or may be.</summary>
/// <param name="IsAccepted">The provider gave a message id. False: nobody knows yet, and the code works if it arrives.</param>
/// <param name="LastTwo">Last two digits of the phone.</param>
/// <param name="ExpiresAt">Until when the code works.</param>
/// <param name="ResendAfter">How long until another may be asked for.</param>
/// <param name="Channel">Whether it is texted or said in a call.</param>
public sealed record CodeDispatched(bool IsAccepted, string LastTwo, Instant ExpiresAt, Duration ResendAfter, CodeChannel Channel = CodeChannel.Text);
