using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;

namespace Orchestrator.Web.Identity;

/// <summary>
/// Ends an open page whose user was disabled, signed out everywhere, or went away: asked twice a minute, so that nobody
/// stays longer than sixty seconds.
/// </summary>
internal sealed class CircuitWatch(ILoggerFactory loggers, IServiceScopeFactory scopes, CircuitActivity activity, TimeProvider time)
    : RevalidatingServerAuthenticationStateProvider(loggers)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(30);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        if (!activity.IsAlive(time.GetUtcNow()))
            return false;
        await using var scope = scopes.CreateAsyncScope();
        var signIn = scope.ServiceProvider.GetRequiredService<SignInManager<PortalUser>>();
        return await signIn.ValidateSecurityStampAsync(authenticationState.User) is { IsDisabled: false };
    }
}
