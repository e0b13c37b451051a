namespace Orchestrator.Web.Hosting.Doctor;

internal static class DoctorRegistration
{
    public static void AddDoctor(this WebApplicationBuilder builder) => builder.Services
        .AddSingleton<IDoctorCheck, DatabaseDoctor>()
        .AddSingleton<IDoctorCheck, RolesDoctor>()
        .AddSingleton<IDoctorCheck, SchemaDoctor>()
        .AddSingleton<DoctorDepth>()
        .AddSingleton<IDoctorCheck, KeysDoctor>()
        .AddSingleton<IDoctorCheck, TextsDoctor>()
        .AddSingleton<IDoctorCheck, ClockDoctor>();
}
