using System.Diagnostics;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Orchestrator.Web.Tests.Twilio;

/// <summary>Creating and reading texts.</summary>
internal sealed class StandInMessages(TwilioStandIn standIn)
{
    public void Map(WebApplication app)
    {
        app.MapPost("/2010-04-01/Accounts/{account}/Messages.json", (RequestDelegate)CreateAsync);
        app.MapGet("/2010-04-01/Accounts/{account}/Messages.json", (RequestDelegate)ListAsync);
        app.MapGet("/2010-04-01/Accounts/{account}/Messages/{sid}.json", (RequestDelegate)FetchAsync);
    }

    private async Task CreateAsync(HttpContext http)
    {
        var started = Stopwatch.GetTimestamp();
        if (await StandInDoor.EnterAsync(standIn, http, "/twilio/messaging/messages/create") is not { } account)
            return;
        var reaction = standIn.React(standIn.Arrived(account));
        if (reaction.Kind == StandInReactionKind.ResetUnread)
        {
            standIn.Posts.AddOrUpdate(Guid.Empty, 1, (_, count) => count + 1);
            http.Abort();
            return;
        }

        if (!http.Request.HasFormContentType)
        {
            await StandInDoor.RefuseAsync(http, 415, 20415);
            return;
        }

        var form = (await http.Request.ReadFormAsync()).ToDictionary(field => field.Key, field => field.Value.ToString());
        var dispatch = form.TryGetValue("StatusCallback", out var callback) && Guid.TryParse(callback.Split('/')[^1], out var id) ? id : Guid.Empty;
        standIn.Posts.AddOrUpdate(dispatch, 1, (_, count) => count + 1);
        if (reaction.Delay > TimeSpan.Zero)
            await Task.Delay(reaction.Delay, standIn.Stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var refusal = reaction.Kind == StandInReactionKind.Normal ? Refuse(account, form) : null;
        if (refusal is { } code)
        {
            await StandInDoor.RefuseAsync(http, 400, code);
            return;
        }

        var message = new StandInMessage($"SM{Guid.NewGuid():N}", account, form, TimeProvider.System.GetUtcNow());
        if (reaction.IsProcessed)
            standIn.Messages.Enqueue(message);
        if (standIn.Taken is { } taken)
            await taken(message);
        await AnswerAsync(http, reaction, message);
        standIn.Durations.Enqueue(Stopwatch.GetElapsedTime(started));
    }

    private async Task AnswerAsync(HttpContext http, StandInReaction reaction, StandInMessage message)
    {
        if (reaction.RetryAfter is { } wait)
            http.Response.Headers.RetryAfter = wait;
        switch (reaction.Kind)
        {
            case StandInReactionKind.Normal:
            case StandInReactionKind.DuplicateSid:
                http.Response.StatusCode = 201;
                await http.Response.WriteAsJsonAsync(StandInJson.Message(message, reaction.Kind == StandInReactionKind.Normal ? null : standIn.Messages.First().Sid));
                break;
            case StandInReactionKind.Answer:
                http.Response.StatusCode = reaction.Status;
                http.Response.ContentType = reaction.ContentType;
                if (reaction.Status == 307)
                    http.Response.Headers.Location = http.Request.Path.Value;
                await http.Response.WriteAsync(reaction.Body ?? "");
                break;
            case StandInReactionKind.ResetInAnswer:
                http.Response.StatusCode = 201;
                http.Response.ContentLength = 4_000;
                await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes("""{"sid":"SM"""));
                await http.Response.Body.FlushAsync();
                http.Abort();
                break;
            case StandInReactionKind.Hang:
                await Task.Delay(Timeout.InfiniteTimeSpan, CancellationTokenSource.CreateLinkedTokenSource(standIn.Stopping, http.RequestAborted).Token)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                break;
            case StandInReactionKind.ResetProcessed:
            case StandInReactionKind.ResetUnread:
                http.Abort();
                break;
        }
    }

    private static int? Refuse(StandInAccount account, Dictionary<string, string> form)
    {
        if (!form.TryGetValue("To", out var to) || !to.StartsWith('+'))
            return 21211;
        if (form.ContainsKey("MessagingServiceSid"))
            return null;
        return form.TryGetValue("From", out var from) && account.Numbers.Any(number => number.Number == from && number.CanText) ? null : 21606;
    }

    /// <summary>Newest first, as Twilio lists.</summary>
    private async Task ListAsync(HttpContext http)
    {
        if (await StandInDoor.EnterAsync(standIn, http, "/twilio/messaging/messages/list") is not { } account)
            return;
        var to = http.Request.Query["To"].ToString();
        var size = int.TryParse(http.Request.Query["PageSize"], out var asked) ? asked : 50;
        var found = standIn.Messages.Where(message => message.Account == account && (to.Length == 0 || message.Form["To"] == to)).Reverse().Take(size).ToList();
        await http.Response.WriteAsJsonAsync(StandInJson.Messages(account, found, size));
    }

    private async Task FetchAsync(HttpContext http)
    {
        if (await StandInDoor.EnterAsync(standIn, http, "/twilio/messaging/messages/read") is not { } account)
            return;
        if (standIn.Messages.FirstOrDefault(message => message.Account == account && message.Sid == (string)http.Request.RouteValues["sid"]!) is { } message)
            await http.Response.WriteAsJsonAsync(StandInJson.Message(message));
        else
            await StandInDoor.RefuseAsync(http, 404, 20404);
    }
}
