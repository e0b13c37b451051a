namespace Orchestrator.Web.Vapi.Tools;

internal static class ToolsRegistration
{
    public static IServiceCollection AddVoiceTools(this IServiceCollection services) => services
        .AddSingleton<ToolMemory>()
        .AddSingleton<IVoiceTool, CheckAvailabilityTool>()
        .AddSingleton<IVoiceTool, ClaimSlotTool>()
        .AddSingleton<IVoiceTool, SendOtpTool>()
        .AddSingleton<IVoiceTool, VerifyOtpTool>()
        .AddSingleton<IVoiceTool, ConfirmAppointmentTool>()
        .AddSingleton<IVoiceTool, ReleaseHoldTool>();
}
