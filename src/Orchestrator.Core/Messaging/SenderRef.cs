namespace Orchestrator.Core.Messaging;

/// <summary>What a text comes from: a number in E.164, or a messaging service that picks one.</summary>
public sealed record SenderRef(string? From, string? MessagingServiceSid);
