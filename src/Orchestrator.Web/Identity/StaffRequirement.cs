using Microsoft.AspNetCore.Authorization;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Web.Identity;

internal sealed record StaffRequirement(StaffTask Task) : IAuthorizationRequirement;
