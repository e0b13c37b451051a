using Microsoft.AspNetCore.Identity;

namespace Orchestrator.Web.Identity;

/// <summary>
/// Refuses what guessers try first. Length is checked by Identity; there are no rules of composition, which make people
/// write "Password123!" (NIST SP 800-63B, 5.1.1.2).
/// </summary>
internal sealed class PasswordRules(IHostEnvironment environment) : IPasswordValidator<PortalUser>
{
    public const int MinLength = 12;

    // What remains of a password when digits and signs are taken out, its letters folded.
    private static readonly HashSet<string> s_stems = new(StringComparer.Ordinal)
    {
        "", "password", "passwort", "passphrase", "passwordpassword", "letmein", "letmeinplease", "welcome", "welcomeback", "admin", "administrator",
        "adminadmin", "root", "user", "guest", "test", "testtest", "testing", "changeme", "changemenow", "changethis", "default", "secret", "topsecret",
        "qwerty", "qwertyuiop", "qwertyqwerty", "azerty", "asdfghjkl", "asdfasdf", "zxcvbnm", "qazwsx", "qazwsxedc", "iloveyou", "iloveyouso", "sunshine",
        "princess", "football", "baseball", "superman", "batman", "dragon", "monkey", "master", "shadow", "michael", "jordan", "liverpool", "chelsea",
        "trustno", "whatever", "starwars", "computer", "internet", "summer", "winter", "spring", "autumn", "monday", "friday", "january", "december",
        "clinic", "hospital", "doctor", "dentist", "reception", "receptionist", "frontdesk", "health", "healthcare", "orchestrator", "manager", "company",
        "abc", "abcabc", "abcd", "abcdef", "abcdefgh", "abcdefghijkl", "qwertyasdf", "correcthorsebatterystaple", "thisismypassword", "mypassword",
    };

    public Task<IdentityResult> ValidateAsync(UserManager<PortalUser> manager, PortalUser user, string? password) =>
        Task.FromResult(IsRefused(password ?? "", user) ? IdentityResult.Failed(new IdentityError
        {
            Code = "PasswordTooCommon",
            Description = "That is one of the first passwords someone would try. Three or four unrelated words work well.",
        }) : IdentityResult.Success);

    private bool IsRefused(string password, PortalUser user)
    {
        var folded = password.ToLowerInvariant();
        // "P@ssw0rd2026!!": what stands around the word goes first, then the signs inside it are read as letters.
        var first = Array.FindIndex(folded.ToCharArray(), char.IsAsciiLetter);
        var word = first < 0 ? "" : folded[first..(Array.FindLastIndex(folded.ToCharArray(), char.IsAsciiLetter) + 1)];
        var stem = string.Concat(word.Select(Unleet).Where(char.IsAsciiLetter));
        // Letters of other alphabets count as themselves.
        var hasOthers = folded.Any(c => char.IsLetter(c) && !char.IsAsciiLetter(c));
        var plain = string.Concat(folded.Where(char.IsAsciiLetter));
        return (!hasOthers && (s_stems.Contains(stem) || s_stems.Contains(plain)))
            || folded.Distinct().Count() < 5
            || IsRun(folded)
            || (user.Email is { Length: > 0 } email && folded.Contains(email.Split('@')[0].ToLowerInvariant(), StringComparison.Ordinal) && email.Split('@')[0].Length >= 5)
            || (password == DevelopmentSignIns.Password && !environment.IsDevelopment());
    }

    private static char Unleet(char c) => c switch
    {
        '0' => 'o',
        '1' or '!' => 'i',
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' => 't',
        _ => c,
    };

    private static bool IsRun(string text)
    {
        var steps = text.Zip(text.Skip(1), (a, b) => b - a).ToArray();
        return steps.Length > 0 && (steps.Count(step => step is 1) >= steps.Length - 2 || steps.Count(step => step is -1) >= steps.Length - 2);
    }
}
