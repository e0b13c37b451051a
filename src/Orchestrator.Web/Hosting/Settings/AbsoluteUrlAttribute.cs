using System.ComponentModel.DataAnnotations;

namespace Orchestrator.Web.Hosting.Settings;

/// <summary>An absolute http or https address without query, fragment or user name.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AbsoluteUrlAttribute : ValidationAttribute
{
    public AbsoluteUrlAttribute()
        : base("must be an absolute http or https address without query or user name")
    {
    }

    public override bool IsValid(object? value) => value is null || (value is Uri { IsAbsoluteUri: true } uri
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri is { Query: "", Fragment: "", UserInfo: "" });
}
