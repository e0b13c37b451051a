using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;

namespace Orchestrator.Web.Identity;

/// <summary>What a sign-in under an unknown address is compared with, for the time it takes.</summary>
internal sealed class DecoyPassword
{
    public DecoyPassword(IPasswordHasher<PortalUser> hasher) => Hash = hasher.HashPassword(User, Convert.ToHexString(RandomNumberGenerator.GetBytes(16)));

    public PortalUser User { get; } = new() { DisplayName = "nobody" };

    public string Hash { get; }
}
