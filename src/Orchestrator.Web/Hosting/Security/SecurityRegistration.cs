using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace Orchestrator.Web.Hosting.Security;

internal static class SecurityRegistration
{
    public static void AddSecurity(this WebApplicationBuilder builder)
    {
        builder.Services.AddProblemDetails();
        builder.Services.AddHsts(hsts => (hsts.MaxAge, hsts.IncludeSubDomains) = (TimeSpan.FromDays(365), true));
        builder.Services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<ReverseProxyOptions>>((forwarded, proxies) => proxies.Value.Apply(forwarded));
    }

    public static void UseSecurity(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<SecurityHeaders>();
        if (!app.Environment.IsDevelopment())
            app.UseHsts();
        // The same answer everywhere: a stack trace tells a stranger too much, also on a developer's open port. RefusalPages
        // tells a program, who gets the status alone, from a person.
        app.UseExceptionHandler("/status/500", createScopeForErrors: true);
    }
}
