using Orchestrator.Web.Identity;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Components;
using Orchestrator.Core.Activity;
using Orchestrator.Core.Tenancy;
using Orchestrator.Web.Components.Shared;

namespace Orchestrator.Web.Components.Desk;

/// <summary>
/// Base of the desk's pages: loads what it shows, loads again when the activity feed says so, and says plainly when either
/// fails. A failed refresh keeps what is shown and says that it may be old.
/// </summary>
public abstract partial class LivePage : OrgPage, IDisposable
{
    private LiveRefresh? _live;

    [Inject]
    public required ActivityFeed Feed { get; init; }

    [Inject]
    public required ClinicDirectory Clinics { get; init; }

    [Inject]
    public required StaffNames People { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required ILoggerFactory Loggers { get; init; }

    /// <summary>None until the first answer.</summary>
    protected ClinicWords? Words { get; private set; }

    protected ActorWords Actors { get; private set; } = ActorWords.None;

    /// <summary>Rises with every answer: panels look again when it does.</summary>
    protected int Version { get; private set; }

    /// <summary>By which the log line of the last failure is found; none while all is well.</summary>
    protected string? FailureReference { get; private set; }

    [MemberNotNullWhen(true, nameof(Words))]
    protected bool IsLoaded => Words is not null;

    protected virtual ActivityTopics Topics => ActivityTopics.All;

    /// <summary>Asks Core for what the page shows.</summary>
    /// <param name="isRefresh">The page shows something already and the user did not ask.</param>
    protected abstract Task LoadAsync(bool isRefresh, CancellationToken ct);

    protected override async Task OnParametersSetAsync() => await ShowAsync(isRefresh: false);

    protected override void OnAfterRender(bool firstRender)
    {
        // Not while prerendering: that page is thrown away.
        if (firstRender)
            _live = new LiveRefresh(Feed, Org.Id, Topics, Time, _ => InvokeAsync(() => RefreshAsync()));
    }

    /// <summary>Asks again in so long, for what changes by the clock alone.</summary>
    protected void AskIn(TimeSpan delay) => _live?.AskIn(delay);

    protected Task RetryAsync() => ShowAsync(isRefresh: false);

    protected Task RefreshAsync() => ShowAsync(isRefresh: true);

    private async Task ShowAsync(bool isRefresh)
    {
        try
        {
            await LoadAsync(isRefresh, CancellationToken.None);
            Actors = await People.ReadAsync(Org.Context, CancellationToken.None);
            Words = new ClinicWords(await Clinics.GetAsync(Org.Id, CancellationToken.None));
            FailureReference = null;
            Version++;
        }
        catch (StaffAccessException)
        {
            // The role went away while the page was open: the frame shows the refusal.
            await DispatchExceptionAsync(new StaffAccessException());
        }
        catch (Exception e)
        {
            FailureReference = ErrorReference.New();
            Log.LoadFailed(Loggers.CreateLogger<LivePage>(), e, FailureReference);
        }
        StateHasChanged();
    }

    public void Dispose()
    {
        _live?.Dispose();
        GC.SuppressFinalize(this);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A page of the desk could not be loaded; reference {Reference}.")]
        public static partial void LoadFailed(ILogger logger, Exception failure, string reference);
    }
}
