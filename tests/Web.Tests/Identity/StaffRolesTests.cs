using Orchestrator.Core.Tenancy;
using Xunit;

namespace Orchestrator.Web.Tests.Identity;

public sealed class StaffRolesTests
{
    [Theory]
    [InlineData(StaffTask.SeeDesk, StaffRole.Manager, StaffRole.Receptionist)]
    [InlineData(StaffTask.WorkDesk, StaffRole.Manager, StaffRole.Receptionist)]
    [InlineData(StaffTask.SeeMessages, StaffRole.Manager, StaffRole.Receptionist, StaffRole.Auditor)]
    [InlineData(StaffTask.SeeAudit, StaffRole.Manager, StaffRole.Auditor)]
    [InlineData(StaffTask.ManageClinic, StaffRole.Manager)]
    [InlineData(StaffTask.ManageCredentials, StaffRole.Manager)]
    [InlineData(StaffTask.ManagePeople, StaffRole.Manager)]
    [InlineData(StaffTask.SeePlatform, StaffRole.PlatformAdmin)]
    public void May_OfEveryRole_IsTheMatrixAndNothingMore(StaffTask task, params StaffRole[] allowed)
    {
        var may = Enum.GetValues<StaffRole>().Where(role => role.May(task));

        Assert.Equal(allowed, may);
    }
}
