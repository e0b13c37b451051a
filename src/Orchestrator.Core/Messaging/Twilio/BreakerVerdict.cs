namespace Orchestrator.Core.Messaging.Twilio;

/// <summary>What one send says about whether the next is worth trying.</summary>
internal enum BreakerVerdict
{
    /// <summary>Twilio answered, be it with a refusal.</summary>
    Healthy,

    /// <summary>Twilio failed or was not reached.</summary>
    Failing,

    /// <summary>Our side ended it.</summary>
    None,
}
