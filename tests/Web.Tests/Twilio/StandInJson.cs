using System.Globalization;
using System.Text.Json.Nodes;

namespace Orchestrator.Web.Tests.Twilio;

/// <summary>Answers in the shapes of the official specification: snake_case, RFC 2822 dates, numbers as text.</summary>
internal static class StandInJson
{
    public static JsonObject Message(StandInMessage message, string? sid = null) => new()
    {
        ["account_sid"] = message.Account.Sid,
        ["api_version"] = "2010-04-01",
        ["body"] = message.Form.GetValueOrDefault("Body"),
        ["date_created"] = Date(message.At),
        ["date_sent"] = null,
        ["date_updated"] = Date(message.At),
        ["direction"] = "outbound-api",
        ["error_code"] = message.ErrorCode,
        ["error_message"] = null,
        ["from"] = message.Form.GetValueOrDefault("From"),
        ["messaging_service_sid"] = message.Form.GetValueOrDefault("MessagingServiceSid"),
        ["num_media"] = "0",
        ["num_segments"] = message.Form.ContainsKey("MessagingServiceSid") ? "0" : "1",
        ["price"] = null,
        ["price_unit"] = "USD",
        ["sid"] = sid ?? message.Sid,
        ["status"] = message.Status,
        ["subresource_uris"] = new JsonObject { ["media"] = $"/2010-04-01/Accounts/{message.Account.Sid}/Messages/{sid ?? message.Sid}/Media.json" },
        ["to"] = message.Form.GetValueOrDefault("To"),
        ["uri"] = $"/2010-04-01/Accounts/{message.Account.Sid}/Messages/{sid ?? message.Sid}.json",
    };

    public static JsonObject Messages(StandInAccount account, IReadOnlyList<StandInMessage> page, int size) => new()
    {
        ["messages"] = new JsonArray([.. page.Select(message => Message(message))]),
        ["page"] = 0,
        ["page_size"] = size,
        ["start"] = 0,
        ["end"] = Math.Max(0, page.Count - 1),
        ["next_page_uri"] = null,
        ["previous_page_uri"] = null,
        ["first_page_uri"] = $"/2010-04-01/Accounts/{account.Sid}/Messages.json?PageSize={size}&Page=0",
        ["uri"] = $"/2010-04-01/Accounts/{account.Sid}/Messages.json?PageSize={size}&Page=0",
    };

    public static JsonObject Call(StandInMessage call) => new()
    {
        ["sid"] = call.Sid,
        ["account_sid"] = call.Account.Sid,
        ["api_version"] = "2010-04-01",
        ["date_created"] = Date(call.At),
        ["direction"] = "outbound-api",
        ["from"] = call.Form.GetValueOrDefault("From"),
        ["to"] = call.Form.GetValueOrDefault("To"),
        ["status"] = call.Status,
        ["uri"] = $"/2010-04-01/Accounts/{call.Account.Sid}/Calls/{call.Sid}.json",
    };

    public static JsonObject Account(StandInAccount account, DateTimeOffset at) => new()
    {
        ["auth_token"] = account.Token,
        ["date_created"] = Date(at),
        ["date_updated"] = Date(at),
        ["friendly_name"] = "Stand-in",
        ["owner_account_sid"] = account.Sid,
        ["sid"] = account.Sid,
        ["status"] = account.Status,
        ["subresource_uris"] = new JsonObject(),
        ["type"] = account.Type,
        ["uri"] = $"/2010-04-01/Accounts/{account.Sid}.json",
    };

    public static JsonObject Numbers(StandInAccount account, IReadOnlyList<(string Number, bool CanText)> page, string? nextPage) => new()
    {
        ["incoming_phone_numbers"] = new JsonArray([.. page.Select(number => new JsonObject
        {
            ["sid"] = $"PN{Guid.NewGuid():N}",
            ["account_sid"] = account.Sid,
            ["phone_number"] = number.Number,
            ["capabilities"] = new JsonObject { ["sms"] = number.CanText, ["mms"] = false, ["voice"] = true, ["fax"] = false },
            ["status"] = "in-use",
        })]),
        ["page"] = 0,
        ["page_size"] = 50,
        ["next_page_uri"] = nextPage,
        ["uri"] = $"/2010-04-01/Accounts/{account.Sid}/IncomingPhoneNumbers.json",
    };

    public static JsonObject Key(StandInKey key, DateTimeOffset at, bool withSecret)
    {
        var json = new JsonObject { ["sid"] = key.Sid, ["friendly_name"] = key.FriendlyName, ["date_created"] = Date(at), ["date_updated"] = Date(at) };
        if (withSecret)
        {
            json["secret"] = key.Secret;
            json["policy"] = key.Allow is { } allow ? new JsonObject { ["allow"] = new JsonArray([.. allow.Select(path => JsonValue.Create(path))]) } : null;
        }

        return json;
    }

    public static JsonObject Token(StandInAccount account, string name, string token, DateTimeOffset at) => new()
    {
        ["account_sid"] = account.Sid,
        [name] = token,
        ["date_created"] = at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["date_updated"] = at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["url"] = "https://accounts.twilio.com/v1/AuthTokens",
    };

    private static string Date(DateTimeOffset at) => at.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
}
