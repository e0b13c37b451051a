using System.Security.Claims;

namespace Orchestrator.Web.Identity;

internal static class PrincipalExtensions
{
    extension(ClaimsPrincipal principal)
    {
        /// <summary>Null when nobody is signed in.</summary>
        public Guid? UserId => principal.Identity is { IsAuthenticated: true } && Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;
    }
}
