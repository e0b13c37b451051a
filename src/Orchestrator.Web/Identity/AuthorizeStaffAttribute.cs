using Microsoft.AspNetCore.Authorization;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Web.Identity;

/// <summary>On a page: only for who may do this in the organization of the page's address.</summary>
public sealed class AuthorizeStaffAttribute(StaffTask task) : AuthorizeAttribute(PolicyOf(task))
{
    public StaffTask Task { get; } = task;

    internal static string PolicyOf(StaffTask task) => $"staff:{task}";
}
