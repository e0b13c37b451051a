namespace Orchestrator.Web.Tests.Twilio;

/// <summary>One arriving request to create a message, before its body is read.</summary>
/// <param name="Number">Counted over the whole stand-in, from 1.</param>
internal sealed record StandInPost(int Number, StandInAccount Account);
