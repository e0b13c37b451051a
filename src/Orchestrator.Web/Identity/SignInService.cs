using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Orchestrator.Web.Identity;

/// <summary>
/// E-mail and password. Five wrong tries lock an account for fifteen minutes; each try is taken before its password is
/// looked at, so that a hundred at once are five as well. An unknown address costs the same time as a wrong password.
/// </summary>
internal sealed partial class SignInService(
    UsersDbContext db, UserManager<PortalUser> users, SignInManager<PortalUser> signIn, IPasswordHasher<PortalUser> hasher, DecoyPassword decoy,
    IHostEnvironment environment, TimeProvider time, ILogger<SignInService> logger)
{
    public const int Tries = 5;

    public static readonly TimeSpan Lock = TimeSpan.FromMinutes(15);

    public async Task<SignInOutcome> SignInAsync(string email, string password, CancellationToken ct)
    {
        var user = await users.FindByEmailAsync(email);
        var hasTry = user is not null && await TakeTryAsync(user.Id, ct);
        var isRight = hasher.VerifyHashedPassword(user ?? decoy.User, user?.PasswordHash ?? decoy.Hash, password) != PasswordVerificationResult.Failed;
        if (user is null || !hasTry || !isRight || user.IsDisabled || IsOutOfPlace(password))
        {
            Log.Refused(logger, user?.Id);
            return SignInOutcome.Refused;
        }

        await db.Users.Where(row => row.Id == user.Id).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.AccessFailedCount, 0).SetProperty(row => row.LockoutEnd, (DateTimeOffset?)null), ct);
        await signIn.SignInAsync(user, PortalSession.New(time.GetUtcNow()));
        Log.SignedIn(logger, user.Id);
        return SignInOutcome.SignedIn;
    }

    // One statement: reading and then writing would let parallel tries share a count.
    private async Task<bool> TakeTryAsync(Guid userId, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var until = now + Lock;
        return await db.Users
            .Where(row => row.Id == userId && (row.LockoutEnd == null || row.LockoutEnd <= now))
            .ExecuteUpdateAsync(set => set
                .SetProperty(row => row.LockoutEnd, row => row.AccessFailedCount + 1 >= Tries ? until : null)
                .SetProperty(row => row.AccessFailedCount, row => row.AccessFailedCount + 1 >= Tries ? 0 : row.AccessFailedCount + 1), ct) == 1;
    }

    private bool IsOutOfPlace(string password) => password == DevelopmentSignIns.Password && !environment.IsDevelopment();

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "User {UserId} signed in.")]
        public static partial void SignedIn(ILogger logger, Guid userId);

        [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in was refused; it named user {UserId}.")]
        public static partial void Refused(ILogger logger, Guid? userId);
    }
}
