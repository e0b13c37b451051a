using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Orchestrator.Web.Identity;
using Xunit;

namespace Orchestrator.Web.Tests.Identity;

public sealed class SignInTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Wrong = "not the password at all";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SignIn_WithTheRightPassword_SetsTheCookie()
    {
        var (outcome, cookies) = await TryAsync("auditor@harborview.example", DevelopmentSignIns.Password);

        Assert.Equal(SignInOutcome.SignedIn, outcome);
        Assert.Contains(cookies, cookie => cookie.StartsWith("orchestrator=", StringComparison.Ordinal) && cookie.Contains("httponly", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task SignIn_WithTheWrongPasswordOrAddress_IsOneRefusal()
    {
        var wrong = await TryAsync("auditor@marlow.example", Wrong);
        var unknown = await TryAsync("nobody@marlow.example", Wrong);

        Assert.Equal((SignInOutcome.Refused, SignInOutcome.Refused), (wrong.Outcome, unknown.Outcome));
        Assert.Empty(wrong.Cookies.Concat(unknown.Cookies));
    }

    [Fact]
    public async Task SignIn_AfterFiveWrongTries_IsRefusedWithTheRightPassword()
    {
        var email = $"{Guid.NewGuid():N}@people.example";
        await portal.NewUserAsync(email);
        for (var i = 0; i < SignInService.Tries; i++)
            await TryAsync(email, Wrong);

        var (outcome, _) = await TryAsync(email, DevelopmentSignIns.Password);

        Assert.Equal(SignInOutcome.Refused, outcome);
    }

    [Fact]
    public async Task SignIn_TriedByManyAtOnce_TakesFiveTriesAndNoMore()
    {
        var email = $"{Guid.NewGuid():N}@people.example";
        var user = await portal.NewUserAsync(email);

        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => TryAsync(email, Wrong)));

        await using var scope = portal.Services.CreateAsyncScope();
        var row = await scope.ServiceProvider.GetRequiredService<UsersDbContext>().Users.AsNoTracking().SingleAsync(row => row.Id == user, Ct);
        Assert.Equal(0, row.AccessFailedCount);
        Assert.True(row.LockoutEnd > TimeProvider.System.GetUtcNow());
    }

    [Fact]
    public async Task SignIn_BeforeTheFifthTry_ForgetsTheWrongOnes()
    {
        var email = $"{Guid.NewGuid():N}@people.example";
        await portal.NewUserAsync(email);
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < SignInService.Tries - 1; i++)
                await TryAsync(email, Wrong);

            var (outcome, _) = await TryAsync(email, DevelopmentSignIns.Password);

            Assert.Equal(SignInOutcome.SignedIn, outcome);
        }
    }

    [Fact]
    public async Task SignIn_OfADisabledUser_IsRefused()
    {
        var email = $"{Guid.NewGuid():N}@people.example";
        await portal.Get<AccountStore>().SetDisabledAsync(await portal.NewUserAsync(email), true, Ct);

        var (outcome, _) = await TryAsync(email, DevelopmentSignIns.Password);

        Assert.Equal(SignInOutcome.Refused, outcome);
    }

    private async Task<(SignInOutcome Outcome, IReadOnlyList<string> Cookies)> TryAsync(string email, string password)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = http;
        var outcome = await scope.ServiceProvider.GetRequiredService<SignInService>().SignInAsync(email, password, Ct);
        return (outcome, [.. http.Response.Headers.SetCookie.OfType<string>()]);
    }
}
