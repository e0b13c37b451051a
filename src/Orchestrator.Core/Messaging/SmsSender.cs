using Microsoft.Extensions.Logging;
using Orchestrator.Core.Credentials;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Messaging;

/// <summary>
/// Hands over one text, through a change of the credential if need be: a login that the provider refuses (401) was never
/// processed, so with a newer credential the same text goes out exactly once more. Counts every use of a version.
/// </summary>
public sealed partial class SmsSender(ISmsGateway gateway, ISmsCredentials credentials, CredentialUseCounter uses, CredentialNotes notes, ILogger<SmsSender> logger)
{
    private const int Unauthorized = 401;

    /// <inheritdoc cref="ISmsGateway.SendAsync"/>
    public async Task<SmsSendResult> SendAsync(OrgContext context, SmsCredential credential, SmsMessage message, CancellationToken ct)
    {
        var first = await HandOverAsync(context.Org, credential, message, ct);
        if (first is not SmsSendResult.Refused { HttpStatus: Unauthorized } || await RenewAsync(context, credential, message.DispatchId, ct) is not { } fresh)
            return first;
        var second = await HandOverAsync(context.Org, fresh, message, ct);
        if (second is SmsSendResult.Refused { HttpStatus: Unauthorized })
            await NoteRejectedAsync(context, fresh, message.DispatchId, ct);
        return second;
    }

    private async Task<SmsSendResult> HandOverAsync(OrgId org, SmsCredential credential, SmsMessage message, CancellationToken ct)
    {
        var result = await gateway.SendAsync(credential, message, ct);
        if (VersionOf(credential) is { } version)
            uses.Add(org, version, isRefused: result is SmsSendResult.Refused);
        return result;
    }

    /// <summary>Null when there is nothing newer, or it could not be learnt: then the refusal stands.</summary>
    private async Task<SmsCredential?> RenewAsync(OrgContext context, SmsCredential refused, Guid dispatchId, CancellationToken ct)
    {
        try
        {
            if (await credentials.RenewAsync(context, refused, ct) is not { } fresh)
            {
                await NoteRejectedAsync(context, refused, dispatchId, ct);
                return null;
            }
            Log.Repeated(logger, dispatchId, VersionOf(refused), VersionOf(fresh));
            await notes.SentWithAsync(context, dispatchId, VersionOf(fresh), ct);
            return fresh;
        }
        catch (Exception e)
        {
            Log.NotRenewed(logger, e, dispatchId);
            return null;
        }
    }

    /// <summary>A note that cannot be written changes nothing about how the text ended.</summary>
    private async Task NoteRejectedAsync(OrgContext context, SmsCredential refused, Guid dispatchId, CancellationToken ct)
    {
        try
        {
            await notes.RejectedAsync(context, VersionOf(refused), ct);
        }
        catch (Exception e)
        {
            Log.NotNoted(logger, e, dispatchId);
        }
    }

    private static Guid? VersionOf(SmsCredential credential) => (credential as TwilioCredential)?.VersionId;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Text {DispatchId} was refused with credential {Old} and goes out with {New}.")]
        public static partial void Repeated(ILogger logger, Guid dispatchId, Guid? old, Guid? @new);

        [LoggerMessage(Level = LogLevel.Error, Message = "Text {DispatchId} was refused for its login, and that could not be written down.")]
        public static partial void NotNoted(ILogger logger, Exception exception, Guid dispatchId);

        [LoggerMessage(Level = LogLevel.Error, Message = "Text {DispatchId} was refused, and whether there is a newer credential could not be learnt.")]
        public static partial void NotRenewed(ILogger logger, Exception exception, Guid dispatchId);
    }
}
