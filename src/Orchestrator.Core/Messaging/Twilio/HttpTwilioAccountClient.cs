using System.Text.Json;

namespace Orchestrator.Core.Messaging.Twilio;

/// <inheritdoc cref="ITwilioAccountClient"/>
internal sealed class HttpTwilioAccountClient(TwilioTransport transport, TwilioAddresses addresses) : ITwilioAccountClient
{
    private const int MostPages = 20;

    public async Task<Result<TwilioAccountState, TwilioFailure>> GetAccountAsync(TwilioLogin login, CancellationToken ct)
    {
        var reply = await transport.ReadAsync(addresses.Account(login.AccountSid), login, ct);
        return Read(reply, account => account.Text("sid") is { } sid
            ? new TwilioAccountState(sid, account.Text("status") == "active", account.Text("type") == "Trial")
            : null);
    }

    public async Task<Result<TwilioSecret, TwilioFailure>> CreateSecondaryTokenAsync(TwilioLogin login, CancellationToken ct)
    {
        var reply = await transport.AskAsync(HttpMethod.Post, addresses.SecondaryToken, login, [], ct);
        return Read(reply, answer => answer.Text("secondary_auth_token") is { } token ? new TwilioSecret(token) : null);
    }

    public async Task<Result<TwilioSecret, TwilioFailure>> PromoteSecondaryTokenAsync(TwilioLogin login, CancellationToken ct)
    {
        var reply = await transport.AskAsync(HttpMethod.Post, addresses.PromoteToken, login, [], ct);
        return Read(reply, answer => answer.Text("auth_token") is { } token ? new TwilioSecret(token) : null);
    }

    public async Task<TwilioFailure?> DeleteSecondaryTokenAsync(TwilioLogin login, CancellationToken ct) =>
        Gone(await transport.AskAsync(HttpMethod.Delete, addresses.SecondaryToken, login, null, ct));

    public async Task<Result<TwilioKey, TwilioFailure>> CreateKeyAsync(
        TwilioLogin login, string friendlyName, IReadOnlyList<string>? allow, CancellationToken ct)
    {
        var form = new List<KeyValuePair<string, string>> { new("AccountSid", login.AccountSid), new("FriendlyName", friendlyName) };
        if (allow is not null)
            form.AddRange([new("KeyType", "restricted"), new("Policy", JsonSerializer.Serialize(new { allow }))]);
        var reply = await transport.AskAsync(HttpMethod.Post, addresses.Keys, login, form, ct);
        return Read(reply, key => key.Text("sid") is { } sid && key.Text("secret") is { } secret ? new TwilioKey(sid, secret) : null);
    }

    public async Task<Result<string[], TwilioFailure>> FindKeysAsync(TwilioLogin login, string friendlyName, CancellationToken ct)
    {
        var found = new List<string>();
        var page = addresses.KeysOf(login.AccountSid);
        for (var pages = 0; page is not null && pages < MostPages; pages++)
        {
            var read = Read(await transport.ReadAsync(page, login, ct), KeyPage.Read);
            if (!read.TryGet(out var keys, out var failure))
                return failure;
            found.AddRange(keys.Keys.Where(key => key.FriendlyName == friendlyName).Select(key => key.Sid));
            page = addresses.NextKeys(keys.Next);
        }

        return found.ToArray();
    }

    public async Task<TwilioFailure?> DeleteKeyAsync(TwilioLogin login, string keySid, CancellationToken ct) =>
        TwilioSid.IsKey(keySid)
            ? Gone(await transport.AskAsync(HttpMethod.Delete, addresses.Key(keySid), login, null, ct))
            : new TwilioFailure(TwilioFailureKind.Refused);

    private static TwilioFailure? Gone(TwilioReply reply) => reply is TwilioReply.Answered { IsSuccess: true } or TwilioReply.Answered { Status: 404 } ? null : Fail(reply);

    private static Result<T, TwilioFailure> Read<T>(TwilioReply reply, Func<JsonElement, T?> read)
        where T : class =>
        reply is TwilioReply.Answered { IsSuccess: true } answer && TwilioJson.TryOpen(answer.Body, out var root) && read(root.Value) is { } value
            ? value
            : Fail(reply);

    private static TwilioFailure Fail(TwilioReply reply) => reply switch
    {
        TwilioReply.NotConnected => new(TwilioFailureKind.NotSent),
        TwilioReply.Answered { Status: 429 } answer => new(TwilioFailureKind.NotSent, 429, TwilioJson.ErrorCode(answer.Body)),
        TwilioReply.Answered { Status: >= 400 and < 500 } answer => new(TwilioFailureKind.Refused, answer.Status, TwilioJson.ErrorCode(answer.Body)),
        TwilioReply.Answered answer => new(TwilioFailureKind.Unknown, answer.Status),
        _ => new(TwilioFailureKind.Unknown),
    };

    private sealed record KeyPage(List<(string Sid, string? FriendlyName)> Keys, string? Next)
    {
        public static KeyPage? Read(JsonElement root)
        {
            if (!root.TryGetProperty("keys", out var keys) || keys.ValueKind != JsonValueKind.Array)
                return null;
            var named = keys.EnumerateArray().Where(key => key.Text("sid") is not null).Select(key => (key.Text("sid")!, key.Text("friendly_name"))).ToList();
            return new KeyPage(named, root.TryGetProperty("meta", out var meta) ? meta.Text("next_page_url") : null);
        }
    }
}
