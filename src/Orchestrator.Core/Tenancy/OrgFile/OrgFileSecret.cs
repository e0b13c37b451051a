using System.Diagnostics.CodeAnalysis;

namespace Orchestrator.Core.Tenancy;

/// <summary>
/// A secret in an organization file: in plain on the way in, masked on the way out. A masked one on the way in means "unchanged".
/// A mask is <c>****</c> and the last four characters.
/// </summary>
public sealed record OrgFileSecret
{
    public const int MinLength = 16;
    public const int MaxLength = 512;

    private const string Mask = "****";
    private const int Shown = 4;

    private OrgFileSecret(string? plain, string lastFour) => (Plain, LastFour) = (plain, lastFour);

    /// <summary>The secret, for storing and comparing, never for logs; null when the file holds only its mask.</summary>
    public string? Plain { get; }

    /// <summary>By which a masked secret is found again.</summary>
    public string LastFour { get; }

    [MemberNotNullWhen(false, nameof(Plain))]
    public bool IsMasked => Plain is null;

    /// <summary>Takes 16 to 512 visible ASCII characters, or a mask.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out OrgFileSecret? secret)
    {
        var isVisible = text.All(letter => letter is > ' ' and < '\u007f');
        if (isVisible && text.Length == Mask.Length + Shown && text.StartsWith(Mask, StringComparison.Ordinal))
            secret = new OrgFileSecret(null, text[^Shown..]);
        else if (isVisible && text.Length is >= MinLength and <= MaxLength)
            secret = new OrgFileSecret(text, text[^Shown..]);
        else
            secret = null;
        return secret is not null;
    }

    /// <summary>What an export shows of a stored secret.</summary>
    public static OrgFileSecret Masked(string lastFour) => new(null, lastFour);

    /// <summary>Always masked, so that a secret cannot reach a log by accident.</summary>
    public override string ToString() => Mask + LastFour;
}
