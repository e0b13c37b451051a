using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Orchestrator.Web.Tests.Twilio;

/// <summary>Who may do what: the account's two tokens and Main keys all, other keys less.</summary>
internal static class StandInDoor
{
    /// <summary>The account, or null after a refusal was written.</summary>
    /// <param name="permission">What a Restricted key must hold; null for what only tokens and Main keys may do.</param>
    public static async Task<StandInAccount?> EnterAsync(TwilioStandIn standIn, HttpContext http, string? permission)
    {
        var (user, password) = Basic(http.Request);
        var wanted = http.Request.RouteValues["account"] as string;
        foreach (var account in standIn.Accounts.Values.Where(account => wanted is null || account.Sid == wanted))
        {
            if (user == account.Sid && (password == account.Token || (account.Secondary is not null && password == account.Secondary)))
                return account;
            if (user is null || !account.Keys.TryGetValue(user, out var key) || key.Secret != password)
                continue;
            if (key.IsMain || (permission is not null && key.May(permission)))
                return account;
            await RefuseAsync(http, key.Allow is null ? 401 : 403, key.Allow is null ? 20003 : 70051);
            return null;
        }

        await RefuseAsync(http, 401, 20003);
        return null;
    }

    public static Task RefuseAsync(HttpContext http, int status, int code)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(new { code, message = "no", more_info = $"https://www.twilio.com/docs/errors/{code}", status });
    }

    private static (string? User, string? Password) Basic(HttpRequest request) =>
        AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header) && header is { Scheme: "Basic", Parameter: { } text }
        && Encoding.UTF8.GetString(Convert.FromBase64String(text)).Split(':', 2) is [var user, var password]
            ? (user, password)
            : (null, null);
}
