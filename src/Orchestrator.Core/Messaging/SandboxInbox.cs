using System.Collections.Concurrent;
using NodaTime;

namespace Orchestrator.Core.Messaging;

/// <summary>The texts that the sandbox took, newest last. In memory only: they hold live codes.</summary>
public sealed class SandboxInbox
{
    private const int Capacity = 2_000;

    private readonly ConcurrentQueue<SandboxText> _texts = new();

    public IReadOnlyList<SandboxText> Texts => [.. _texts];

    internal void Add(SandboxText text)
    {
        _texts.Enqueue(text);
        while (_texts.Count > Capacity)
            _texts.TryDequeue(out _);
    }
}

/// <param name="Org">The organization's slug.</param>
public sealed record SandboxText(string Org, SmsKind Kind, string To, string Body, Instant At)
{
    public override string ToString() => $"SandboxText {Org} {Kind} {At}";
}
