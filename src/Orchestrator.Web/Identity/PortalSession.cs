using System.Globalization;
using Microsoft.AspNetCore.Authentication;

namespace Orchestrator.Web.Identity;

/// <summary>
/// How long a sign-in lasts: eight hours at most, and fifteen minutes without a sign of life. Both instants travel in the
/// sealed cookie, since its own expiry slides whenever the framework renews it.
/// </summary>
internal static class PortalSession
{
    public static readonly TimeSpan Longest = TimeSpan.FromHours(8);

    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(15);

    private const string Began = "session.began";
    private const string Active = "session.active";

    public static AuthenticationProperties New(DateTimeOffset now) => new()
    {
        AllowRefresh = false,
        IsPersistent = false,
        Items = { [Began] = Text(now), [Active] = Text(now) },
    };

    /// <summary>Keeps the beginning, renews the sign of life.</summary>
    public static void Touch(AuthenticationProperties session, DateTimeOffset now) => session.Items[Active] = Text(now);

    public static bool IsAlive(AuthenticationProperties session, DateTimeOffset now) =>
        Read(session, Began) is { } began && now - began < Longest && Read(session, Active) is { } active && now - active < Idle;

    private static string Text(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static DateTimeOffset? Read(AuthenticationProperties session, string key) =>
        session.Items.TryGetValue(key, out var text) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
