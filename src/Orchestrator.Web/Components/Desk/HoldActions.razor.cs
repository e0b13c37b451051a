using Microsoft.AspNetCore.Components;
using Orchestrator.Core.Booking;
using Orchestrator.Core.Tenancy;
using Orchestrator.Web.Components.Shared;
using Orchestrator.Web.Identity;

namespace Orchestrator.Web.Components.Desk;

/// <summary>What staff can do with a live hold. Says what came of it, and who was quicker where somebody was.</summary>
public sealed partial class HoldActions
{
    private string? _asks;
    private bool _isBusy;
    private bool _isGood;
    private string _said = "";
    private StaffReason _reason = StaffReason.CalledBack;
    private string? _note;

    [Inject]
    public required HoldDesk Desk { get; init; }

    [Inject]
    public required ILogger<HoldActions> Logger { get; init; }

    [CascadingParameter]
    public CurrentOrg Org { get; set; } = null!;

    [Parameter, EditorRequired]
    public SeenHold Hold { get; set; } = null!;

    [Parameter]
    public int Extensions { get; set; }

    [Parameter]
    public bool CanText { get; set; } = true;

    /// <summary>Which action is the primary one: "confirm" or none.</summary>
    [Parameter]
    public string Prefer { get; set; } = "";

    [Parameter, EditorRequired]
    public ClinicWords Words { get; set; } = null!;

    [Parameter]
    public ActorWords Actors { get; set; } = ActorWords.None;

    /// <summary>Which time this is about, for who is told of it elsewhere.</summary>
    [Parameter]
    public string Title { get; set; } = "";

    /// <summary>Something was tried; look again. What came of it is said here too, while this is shown.</summary>
    [Parameter]
    public EventCallback<HoldSaid> OnDone { get; set; }

    /// <summary>A question was opened (its hold) or closed (none).</summary>
    [Parameter]
    public EventCallback<Guid?> OnWork { get; set; }

    private Task Ask(string? what)
    {
        (_asks, _said) = (what, "");
        return OnWork.InvokeAsync(what is null ? null : Hold.Id);
    }

    private Task ReleaseAsync() => TryAsync(async () => await Desk.ReleaseAsync(Org.Context, Hold, default) is { } refusal
        ? (false, Say(refusal))
        : (true, "Released. The time is open to others again."));

    private Task ExtendAsync() => TryAsync(async () => (await Desk.ExtendAsync(Org.Context, Hold, default)).Match(
        done => (true, $"Kept until {Words.Time(done.ExpiresAt)}."),
        refusal => (false, Say(refusal))));

    private Task ResendAsync() => TryAsync(async () => (await Desk.ResendAsync(Org.Context, Hold.Id, default)).Match(
        sent => (true, sent.IsAccepted
            ? $"We texted a code to the number ending {sent.LastTwo}."
            : $"The text to the number ending {sent.LastTwo} may take a moment. It works if it arrives."),
        refusal => (false, Say(refusal))));

    private Task ConfirmAsync() => TryAsync(async () => await Desk.ConfirmAsync(Org.Context, Hold, _reason, _note, default) is { } refusal
        ? (false, Say(refusal))
        : (true, "Booked."));

    private string Say(DeskRefusal refusal) => DeskRefusalWords.Of(refusal, Actors, Words);

    private async Task TryAsync(Func<Task<(bool IsGood, string Said)>> act)
    {
        _isBusy = true;
        try
        {
            (_isGood, _said) = await act();
            if (_isGood)
                (_asks, _note) = (null, null);
        }
        catch (Exception e) when (e is not StaffAccessException)
        {
            var reference = ErrorReference.New();
            Log.ActionFailed(Logger, e, Hold.Id, reference);
            (_isGood, _said) = (false, $"This did not work and may not have been done. Look at the hold before you try again. Reference {reference}.");
        }
        finally
        {
            _isBusy = false;
        }
        await OnDone.InvokeAsync(new HoldSaid(Hold.Id, Title, _isGood, _said));
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A staff action on hold {HoldId} failed; reference {Reference}.")]
        public static partial void ActionFailed(ILogger logger, Exception failure, Guid holdId, string reference);
    }
}
