using Orchestrator.Core.Credentials;

namespace Orchestrator.Web.Components.Pages.Credentials;

/// <summary>Where a rotation stands, read from the versions.</summary>
public enum RotationStep
{
    /// <summary>Nothing is under way.</summary>
    Begin,

    /// <summary>Twilio was asked to make the secret and its answer did not arrive.</summary>
    Make,

    Test,

    /// <summary>Tested; a test text may go out before it is put into use.</summary>
    Activate,

    /// <summary>The new token is in use and is not the account's primary one yet.</summary>
    Promote,

    /// <summary>The new one is in use; the old one waits for its end.</summary>
    Revoke,
}

public static class RotationSteps
{
    public static RotationStep Of(CredentialStory story) => story switch
    {
        { Open.IsUnmade: true } => RotationStep.Make,
        { Open.State: CredentialState.Draft } => RotationStep.Test,
        { Open: not null } => RotationStep.Activate,
        { NeedsPromotion: true } => RotationStep.Promote,
        _ when story.Retiring.Any() => RotationStep.Revoke,
        _ => RotationStep.Begin,
    };

    /// <summary>What happens to the clinic's texts if the person leaves now.</summary>
    public static string IfYouStop(RotationStep step, bool hasActive) => step switch
    {
        RotationStep.Begin => "",
        RotationStep.Make or RotationStep.Test or RotationStep.Activate => hasActive
            ? "If you stop here: texts go on with the version in use. This page opens at the same step."
            : "If you stop here: nothing changes, and this page opens at the same step.",
        RotationStep.Promote => "If you stop here: texts go on with the new token, and the old one keeps working at Twilio until you come back.",
        RotationStep.Revoke => "If you stop here: texts go on with the new version. The old secret stays good at Twilio until it is revoked.",
    };
}
