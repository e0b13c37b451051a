using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Orchestrator.Core.Messaging;

namespace Orchestrator.Core.Tests.Verification;

/// <summary>A provider that answers what the test says; by default it takes every text.</summary>
internal sealed partial class FakeSmsGateway : ISmsGateway
{
    private readonly ConcurrentQueue<SmsMessage> _sent = new();

    /// <summary>Every text that was handed over, in order.</summary>
    public IReadOnlyList<SmsMessage> Sent => [.. _sent];

    public Func<SmsMessage, CancellationToken, Task<SmsSendResult>> Answer { get; set; } = (message, _) => Task.FromResult<SmsSendResult>(Accept(message));

    /// <summary>Where the answer depends on who signs in; before <see cref="Answer"/>.</summary>
    public Func<SmsCredential, SmsMessage, SmsSendResult>? AnswerBy { get; set; }

    /// <summary>The code in the newest text.</summary>
    public string LastCode => CodeIn(Sent[^1]);

    public static SmsSendResult.Accepted Accept(SmsMessage message) => new($"SM{message.DispatchId:N}", "queued", 1);

    public static string CodeIn(SmsMessage message) => Digits().Match(message.Body).Value;

    /// <summary>From now on every text waits for <see cref="Late.Answer"/>.</summary>
    public Late AnswerLate()
    {
        var late = new Late();
        Answer = (message, _) =>
        {
            late.Arrived.TrySetResult(message);
            return late.Result.Task;
        };
        return late;
    }

    public void AnswerWith(SmsSendResult result) => Answer = (_, _) => Task.FromResult(result);

    public Task<SmsSendResult> SendAsync(SmsCredential credential, SmsMessage message, CancellationToken ct)
    {
        _sent.Enqueue(message);
        return AnswerBy is { } answer ? Task.FromResult(answer(credential, message)) : Answer(message, ct);
    }

    public Task<SmsStatus?> GetStatusAsync(SmsCredential credential, string messageId, CancellationToken ct) => Task.FromResult<SmsStatus?>(null);

    public Task<CredentialProbe> ProbeAsync(SmsCredential credential, SenderRef sender, CancellationToken ct) => Task.FromResult(new CredentialProbe(true, "Works."));

    [GeneratedRegex("[0-9]{4,8}")]
    private static partial Regex Digits();

    internal sealed class Late
    {
        /// <summary>Done once the text has been handed over.</summary>
        public TaskCompletionSource<SmsMessage> Arrived { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource<SmsSendResult> Result { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
