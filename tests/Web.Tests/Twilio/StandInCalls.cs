using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Orchestrator.Web.Tests.Twilio;

/// <summary>Making and reading calls. The specification at hand does not describe them, so this part is not certified.</summary>
internal sealed class StandInCalls(TwilioStandIn standIn)
{
    public void Map(WebApplication app)
    {
        app.MapPost("/2010-04-01/Accounts/{account}/Calls.json", (RequestDelegate)CreateAsync);
        app.MapGet("/2010-04-01/Accounts/{account}/Calls/{sid}.json", (RequestDelegate)FetchAsync);
    }

    private async Task CreateAsync(HttpContext http)
    {
        if (await StandInDoor.EnterAsync(standIn, http, "/twilio/voice/calls/create") is not { } account)
            return;
        var form = (await http.Request.ReadFormAsync()).ToDictionary(field => field.Key, field => field.Value.ToString());
        if (!form.TryGetValue("Twiml", out var twiml) || !twiml.StartsWith("<Response>", StringComparison.Ordinal) || form.GetValueOrDefault("From") is not { Length: > 0 })
        {
            await StandInDoor.RefuseAsync(http, 400, 21213);
            return;
        }
        var call = new StandInMessage($"CA{Guid.NewGuid():N}", account, form, TimeProvider.System.GetUtcNow()) { Status = "queued" };
        standIn.Calls.Enqueue(call);
        http.Response.StatusCode = 201;
        await http.Response.WriteAsJsonAsync(StandInJson.Call(call));
    }

    private async Task FetchAsync(HttpContext http)
    {
        if (await StandInDoor.EnterAsync(standIn, http, "/twilio/voice/calls/read") is not { } account)
            return;
        if (standIn.Calls.FirstOrDefault(call => call.Account == account && call.Sid == (string)http.Request.RouteValues["sid"]!) is { } found)
            await http.Response.WriteAsJsonAsync(StandInJson.Call(found));
        else
            await StandInDoor.RefuseAsync(http, 404, 20404);
    }
}
