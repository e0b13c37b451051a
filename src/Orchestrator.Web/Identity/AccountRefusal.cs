using System.Collections.Immutable;
using Microsoft.AspNetCore.Identity;

namespace Orchestrator.Web.Identity;

/// <summary>Why an account was not made or changed; sentences for the person at the form.</summary>
public sealed record AccountRefusal(ImmutableArray<string> Sentences)
{
    internal static AccountRefusal Of(IdentityResult result) => new([.. result.Errors.Select(error => error.Description).Distinct()]);

    internal static AccountRefusal Of(string sentence) => new([sentence]);
}
