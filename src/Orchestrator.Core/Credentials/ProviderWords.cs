using Orchestrator.Core.Messaging.Twilio;

namespace Orchestrator.Core.Credentials;

/// <summary>What the provider's failures mean to a manager who is in the middle of a rotation.</summary>
internal static class ProviderWords
{
    public static CredentialRefusal Of(TwilioFailure failure, string whenRefused) => failure.Kind switch
    {
        TwilioFailureKind.NotSent => new(CredentialRefusalKind.ProviderSilent, "Twilio could not be asked just now; nothing has changed there. Try again in a minute."),
        TwilioFailureKind.Unknown => new(CredentialRefusalKind.ProviderSilent, "Twilio's answer was lost. Go on in a minute: what may have been made is found and cleared away first."),
        TwilioFailureKind.Refused => new(CredentialRefusalKind.ProviderRefused, failure.HttpStatus is 401 or 403 ? whenRefused : $"Twilio said no (HTTP {failure.HttpStatus}{(failure.ErrorCode is { } code ? $", code {code}" : "")})."),
    };
}
