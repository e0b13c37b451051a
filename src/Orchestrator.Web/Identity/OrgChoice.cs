using NodaTime;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Web.Identity;

/// <summary>One line of the organization switcher.</summary>
public sealed record OrgChoice(OrgId Org, string Slug, string Name, DateTimeZone Zone, StaffRole Role);
