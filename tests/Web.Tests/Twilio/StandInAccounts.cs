using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Orchestrator.Web.Tests.Twilio;

/// <summary>Accounts, numbers, tokens and keys.</summary>
internal sealed class StandInAccounts(TwilioStandIn standIn)
{
    private const int PageSize = 50;

    public void Map(WebApplication app)
    {
        app.MapGet("/2010-04-01/Accounts/{account}.json", http => DoAsync(http, null, account => Ok(http, StandInJson.Account(account, Now))));
        app.MapGet("/2010-04-01/Accounts/{account}/IncomingPhoneNumbers.json", http => DoAsync(
            http, "/twilio/phone-numbers/incoming/list", account => NumbersAsync(http, account)));
        app.MapPost("/v1/AuthTokens/Secondary", http => DoAsync(http, null, account =>
        {
            account.Secondary = $"{Guid.NewGuid():N}";
            return Ok(http, StandInJson.Token(account, "secondary_auth_token", account.Secondary, Now), 201);
        }));
        app.MapDelete("/v1/AuthTokens/Secondary", http => DoAsync(http, null, account =>
        {
            http.Response.StatusCode = account.Secondary is null ? 404 : 204;
            account.Secondary = null;
            return Task.CompletedTask;
        }));
        app.MapPost("/v1/AuthTokens/Promote", http => DoAsync(http, null, account =>
        {
            if (account.Secondary is null)
                return StandInDoor.RefuseAsync(http, 404, 20404);
            (account.Token, account.Secondary) = (account.Secondary, null);
            return Ok(http, StandInJson.Token(account, "auth_token", account.Token, Now));
        }));
        app.MapPost("/v1/Keys", http => DoAsync(http, null, account => CreateKeyAsync(http, account)));
        app.MapGet("/v1/Keys", http => DoAsync(http, null, account => Ok(http, new JsonObject
        {
            ["keys"] = new JsonArray([.. account.Keys.Values.Select(key => StandInJson.Key(key, Now, withSecret: false))]),
            ["meta"] = new JsonObject { ["key"] = "keys", ["page"] = 0, ["page_size"] = PageSize, ["next_page_url"] = null },
        })));
        app.MapDelete("/v1/Keys/{sid}", http => DoAsync(http, null, account =>
        {
            http.Response.StatusCode = account.Keys.TryRemove((string)http.Request.RouteValues["sid"]!, out _) ? 204 : 404;
            return Task.CompletedTask;
        }));
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private async Task DoAsync(HttpContext http, string? permission, Func<StandInAccount, Task> act)
    {
        if (await StandInDoor.EnterAsync(standIn, http, permission) is not { } account)
            return;
        var loss = http.Request.Path.StartsWithSegments("/v1") ? account.Lose?.Invoke($"{http.Request.Method} {http.Request.Path}") ?? StandInLoss.None : StandInLoss.None;
        if (account.IsSilent || loss == StandInLoss.Request)
        {
            http.Abort();
            return;
        }
        if (loss == StandInLoss.Answer)
        {
            // Done, and the answer goes nowhere.
            var answer = http.Response.Body;
            http.Response.Body = Stream.Null;
            await act(account);
            http.Response.Body = answer;
            http.Abort();
            return;
        }
        await act(account);
    }

    /// <summary>The filter matches parts of numbers, as Twilio's does.</summary>
    private static Task NumbersAsync(HttpContext http, StandInAccount account)
    {
        var like = http.Request.Query["PhoneNumber"].ToString().TrimStart('+');
        var page = int.TryParse(http.Request.Query["Page"], out var given) ? given : 0;
        var all = account.Numbers.Where(number => number.Number.Contains(like, StringComparison.Ordinal)).ToList();
        var next = all.Count > (page + 1) * PageSize
            ? $"/2010-04-01/Accounts/{account.Sid}/IncomingPhoneNumbers.json?PageSize={PageSize}&Page={page + 1}&PhoneNumber=%2B{like}"
            : null;
        return Ok(http, StandInJson.Numbers(account, [.. all.Skip(page * PageSize).Take(PageSize)], next));
    }

    private static async Task CreateKeyAsync(HttpContext http, StandInAccount account)
    {
        var form = await http.Request.ReadFormAsync();
        var allow = form["KeyType"] == "restricted"
            ? JsonSerializer.Deserialize<JsonElement>(form["Policy"].ToString()).GetProperty("allow").EnumerateArray().Select(path => path.GetString()!).ToList()
            : null;
        await Ok(http, StandInJson.Key(account.AddKey(allow, name: form["FriendlyName"].ToString()), Now, withSecret: true), 201);
    }

    private static Task Ok(HttpContext http, JsonObject body, int status = 200)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(body);
    }
}
