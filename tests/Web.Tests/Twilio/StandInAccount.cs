using System.Collections.Concurrent;
using Orchestrator.Core.Messaging;
using Orchestrator.Core.Messaging.Twilio;

namespace Orchestrator.Web.Tests.Twilio;

/// <summary>One account with its tokens, keys and numbers.</summary>
internal sealed class StandInAccount(string sid)
{
    public const string DefaultNumber = "+15005550006";

    public string Sid { get; } = sid;

    public string Token { get; set; } = $"{Guid.NewGuid():N}";

    public string? Secondary { get; set; }

    public string Status { get; set; } = "active";

    public string Type { get; set; } = "Full";

    /// <summary>Every request about it is dropped unanswered.</summary>
    public bool IsSilent { get; set; }

    /// <summary>Asked before a request about tokens or keys is done: null does it, else how it ends.</summary>
    public Func<string, StandInLoss>? Lose { get; set; }

    public ConcurrentDictionary<string, StandInKey> Keys { get; } = new();

    /// <summary>Number and whether it can text.</summary>
    public List<(string Number, bool CanText)> Numbers { get; } = [(DefaultNumber, true)];

    public TwilioLogin Login => TwilioLogin.WithToken(Sid, Token);

    /// <summary>A credential version of its own each time, and so a breaker of its own.</summary>
    public TwilioCredential Credential(SenderRef? sender = null) => new(Guid.NewGuid(), Sid, Sid, Token, Token, sender ?? new SenderRef(DefaultNumber, null));

    public TwilioCredential Credential(StandInKey key, SenderRef? sender = null) =>
        new(Guid.NewGuid(), Sid, key.Sid, key.Secret, null, sender ?? new SenderRef(DefaultNumber, null));

    public StandInKey AddKey(IReadOnlyList<string>? allow = null, bool isMain = false, string name = "key")
    {
        var key = new StandInKey($"SK{Guid.NewGuid():N}", $"{Guid.NewGuid():N}", name, allow, isMain);
        Keys[key.Sid] = key;
        return key;
    }
}
