using Microsoft.AspNetCore.Components;

namespace Orchestrator.Web.Components.Shared;

/// <summary>Keeps a page that failed inside the frame: a reference number, and another try.</summary>
public sealed partial class PageBoundary
{
    private string? _reference;

    [Inject]
    private ILogger<PageBoundary> Logger { get; set; } = null!;

    // Another page is another try.
    protected override void OnParametersSet()
    {
        if (CurrentException is not null)
            Recover();
    }

    protected override Task OnErrorAsync(Exception exception)
    {
        _reference = ErrorReference.New();
        Log.PageFailed(Logger, exception, _reference);
        return Task.CompletedTask;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A page failed; reference {Reference}.")]
        public static partial void PageFailed(ILogger logger, Exception failure, string reference);
    }
}
