namespace Orchestrator.Core.Messaging.Twilio;

/// <summary>Where Twilio reports how a text fared; nowhere when this installation has no address that Twilio would call.</summary>
public sealed class StatusCallbackAddress
{
    /// <summary>The dispatch's id follows after a slash.</summary>
    public const string Path = "/webhooks/twilio/status";

    public static readonly StatusCallbackAddress None = new(null, new TwilioOptions());

    private readonly string? _prefix;

    /// <param name="publicBaseUrl"><c>PublicBaseUrl</c>, where it is set.</param>
    /// <param name="options">A loopback address is only told to a Twilio that is on loopback too.</param>
    public StatusCallbackAddress(Uri? publicBaseUrl, TwilioOptions options)
    {
        // Twilio refuses the whole message when it dislikes this address; an underscore in the host suffices.
        if (publicBaseUrl is { IsAbsoluteUri: true } address && !address.Host.Contains('_', StringComparison.Ordinal)
            && (!address.IsLoopback || options.ApiBaseUrl.IsLoopback))
            _prefix = address.AbsoluteUri.TrimEnd('/') + Path + "/";
    }

    /// <summary>Nowhere for a text that is no dispatch of ours (the empty id), such as a test text.</summary>
    public Uri? For(Guid dispatchId) => _prefix is null || dispatchId == Guid.Empty ? null : new Uri(_prefix + dispatchId);
}
