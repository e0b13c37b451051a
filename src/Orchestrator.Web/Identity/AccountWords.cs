using Microsoft.AspNetCore.Identity;

namespace Orchestrator.Web.Identity;

/// <summary>Identity's refusals in the product's words.</summary>
internal sealed class AccountWords : IdentityErrorDescriber
{
    public override IdentityError PasswordTooShort(int length) => new() { Code = nameof(PasswordTooShort), Description = $"Use at least {length} characters." };

    public override IdentityError PasswordMismatch() => new() { Code = nameof(PasswordMismatch), Description = "The current password is not right." };

    public override IdentityError InvalidEmail(string? email) => new() { Code = nameof(InvalidEmail), Description = "That is not an e-mail address." };

    public override IdentityError InvalidUserName(string? userName) => new() { Code = nameof(InvalidUserName), Description = "That is not an e-mail address." };

    public override IdentityError DuplicateEmail(string email) => new() { Code = nameof(DuplicateEmail), Description = "There is an account with this address already. Sign in with it to accept." };

    public override IdentityError DuplicateUserName(string userName) => new() { Code = nameof(DuplicateUserName), Description = "There is an account with this address already. Sign in with it to accept." };
}
