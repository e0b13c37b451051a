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
    private static readonly TimeSpan s_retry = TimeSpan.FromSeconds(3);

    // One look at a time: an older answer must not come after a newer one.
    private readonly SemaphoreSlim _turn = new(1);
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

    // Before the first look, so that nothing falls between the two; not while prerendering, for that page is thrown away.
    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive)
            _live = new LiveRefresh(Feed, Org.Id, Topics, Time, _ => InvokeAsync(RefreshAsync));
    }

    protected override async Task OnParametersSetAsync() => await ShowAsync(isRefresh: false);

    /// <summary>Asks again in so long, for what changes by the clock alone.</summary>
    protected void AskIn(TimeSpan delay) => _live?.AskIn(delay);

    protected Task RetryAsync() => ShowAsync(isRefresh: false);

    protected Task RefreshAsync() => ShowAsync(isRefresh: true);

    private async Task ShowAsync(bool isRefresh)
    {
        await _turn.WaitAsync();
        try
        {
            await LoadAsync(isRefresh, CancellationToken.None);
            // A name changes far less often than a hold: one more question when the user looks, none when the feed says so.
            if (!isRefresh || !IsLoaded)
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
            // The change that was missed is not announced again.
            AskIn(s_retry);
        }
        finally
        {
            _turn.Release();
        }
        StateHasChanged();
    }

    public void Dispose()
    {
        // Not the semaphore: a look may still be under way, and it holds nothing that must be given back.
        _live?.Dispose();
        GC.SuppressFinalize(this);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A page of the desk could not be loaded; reference {Reference}.")]
        public static partial void LoadFailed(ILogger logger, Exception failure, string reference);
    }
}
