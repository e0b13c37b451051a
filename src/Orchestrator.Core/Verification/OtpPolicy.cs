using System.Collections.Immutable;
using NodaTime;

namespace Orchestrator.Core.Verification;

/// <summary>How an organization wants callers verified; the organization file's <c>otp</c>.</summary>
/// <param name="Digits">Length of the code, 4 to 8.</param>
/// <param name="Life">How long one code works; a hold that ends earlier ends it.</param>
/// <param name="MaxAttempts">Guesses per challenge, not renewed by a resend.</param>
/// <param name="Cooldown">Least time between two texts.</param>
/// <param name="MaxSends">Texts per challenge.</param>
/// <param name="IsRequired">False: the agent confirms without a code.</param>
/// <param name="AllowedCountries">ISO 3166 codes that may be texted.</param>
public sealed record OtpPolicy(
    int Digits,
    Duration Life,
    int MaxAttempts,
    Duration Cooldown,
    int MaxSends,
    bool IsRequired,
    ImmutableArray<string> AllowedCountries);
