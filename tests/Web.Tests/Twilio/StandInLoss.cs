namespace Orchestrator.Web.Tests.Twilio;

/// <summary>What becomes of a request about tokens or keys.</summary>
internal enum StandInLoss
{
    None,

    /// <summary>It never arrives.</summary>
    Request,

    /// <summary>It is done, and nobody hears of it.</summary>
    Answer,
}
