using Orchestrator.Core.Contacts;

namespace Orchestrator.Core.Messaging;

/// <summary>What a provider remembers of texts: asked when it has not told by itself.</summary>
public interface ISmsRecords
{
    /// <summary>One text or call; null when it cannot be told.</summary>
    Task<SmsRecord?> GetAsync(SmsCredential credential, string messageId, CancellationToken ct);

    /// <summary>The newest texts to a number, newest first; null when it cannot be told.</summary>
    Task<IReadOnlyList<SmsRecord>?> FindAsync(SmsCredential credential, PhoneNumber to, CancellationToken ct);
}
