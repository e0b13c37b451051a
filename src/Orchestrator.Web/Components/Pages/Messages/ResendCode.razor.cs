using Microsoft.AspNetCore.Components;
using Orchestrator.Core.Booking;
using Orchestrator.Core.Tenancy;
using Orchestrator.Web.Components.Desk;
using Orchestrator.Web.Components.Shared;
using Orchestrator.Web.Identity;

namespace Orchestrator.Web.Components.Pages.Messages;

/// <summary>One more code for the hold of a text, within the limits of the voice agent.</summary>
public sealed partial class ResendCode
{
    private bool _isBusy;
    private bool _isGood;
    private string? _said;

    [Inject]
    public required HoldDesk Desk { get; init; }

    [Inject]
    public required ILogger<ResendCode> Logger { get; init; }

    [CascadingParameter]
    public CurrentOrg Org { get; set; } = null!;

    [Parameter, EditorRequired]
    public Guid HoldId { get; set; }

    [Parameter, EditorRequired]
    public ClinicWords Words { get; set; } = null!;

    [Parameter]
    public ActorWords Actors { get; set; } = ActorWords.None;

    /// <summary>Something was tried; look again.</summary>
    [Parameter]
    public EventCallback OnDone { get; set; }

    private async Task SendAsync()
    {
        _isBusy = true;
        try
        {
            (_isGood, _said) = (await Desk.ResendAsync(Org.Context, HoldId, default)).Match(
                sent => (true, sent.IsAccepted
                    ? $"We sent a new code to the number ending {sent.LastTwo}."
                    : $"The code for the number ending {sent.LastTwo} may take a moment. It works if it arrives."),
                refusal => (false, DeskRefusalWords.Of(refusal, Actors, Words)));
        }
        catch (Exception e) when (e is not StaffAccessException)
        {
            var reference = ErrorReference.New();
            Log.Failed(Logger, e, HoldId, reference);
            (_isGood, _said) = (false, $"This did not work, and a text may have gone out. Look before you try again. Reference {reference}.");
        }
        finally
        {
            _isBusy = false;
        }
        await OnDone.InvokeAsync();
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Another code for hold {HoldId} could not be sent from the messages; reference {Reference}.")]
        public static partial void Failed(ILogger logger, Exception failure, Guid holdId, string reference);
    }
}
