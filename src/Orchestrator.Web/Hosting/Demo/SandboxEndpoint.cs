using Orchestrator.Core.Messaging;

namespace Orchestrator.Web.Hosting.Demo;

/// <summary><c>GET /dev/sms</c>: what the sandbox took, newest last; codes only unless <c>?kind=all</c>. Development only.</summary>
internal static class SandboxEndpoint
{
    public static void MapSandbox(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
            return;
        app.MapGet("/dev/sms", (SandboxInbox inbox, string? kind) => inbox.Texts
            .Where(text => kind == "all" || text.Kind == SmsKind.Code)
            .Select(text => new { to = text.To, body = text.Body, at = text.At.ToDateTimeOffset(), org = text.Org })).AllowAnonymous();
    }
}
