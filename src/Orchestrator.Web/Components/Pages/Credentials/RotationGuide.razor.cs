using Microsoft.AspNetCore.Components;
using NodaTime;
using Orchestrator.Core;
using Orchestrator.Core.Credentials;
using Orchestrator.Web.Components.Shared;
using Orchestrator.Web.Identity;

namespace Orchestrator.Web.Components.Pages.Credentials;

/// <summary>The next step of a rotation, and what it would do.</summary>
public sealed partial class RotationGuide
{
    private const string Made = "Twilio made it, and its secret is stored here, sealed.";

    private static readonly string[] s_steps = ["Secret", "Tested", "In use", "Old one revoked"];

    private ConfirmDialog _confirm = null!;
    private string _phone = "";
    private string _said = "";
    private bool _isGood;
    private bool _isBusy;

    [Inject]
    public required CredentialDrafts Drafts { get; init; }

    [Inject]
    public required CredentialTests Tests { get; init; }

    [Inject]
    public required CredentialSwitch Switch { get; init; }

    [Inject]
    public required CredentialEnd End { get; init; }

    [Parameter, EditorRequired]
    public CredentialStory Story { get; set; } = null!;

    [Parameter, EditorRequired]
    public CurrentOrg Org { get; set; } = null!;

    [Parameter]
    public EventCallback OnChange { get; set; }

    private RotationStep Step => RotationSteps.Of(Story);

    private CredentialView Open => Story.Open ?? throw new InvalidOperationException("This step has an open version.");

    private int At => Step switch
    {
        RotationStep.Begin or RotationStep.Make => 0,
        RotationStep.Test => 1,
        RotationStep.Activate => 2,
        RotationStep.Promote or RotationStep.Revoke => 3,
    };

    private string Title => Step switch
    {
        RotationStep.Begin => Story.Active is null ? "Set up texts" : "Replace the credential",
        RotationStep.Make => "Finish making the secret",
        RotationStep.Test => $"Test version {Open.Number}",
        RotationStep.Activate => $"Put version {Open.Number} into use",
        RotationStep.Promote => "Make the new token the primary one",
        RotationStep.Revoke => "Watch, then revoke the old one",
    };

    private Instant? PromoteAt => Story.Active?.ActivatedAt + CredentialSwitch.PromoteAfter;

    private bool IsFree(CredentialView version) => version.FreeAt is { } free && free <= Story.Now;

    private async Task ActivateAsync()
    {
        var consequence = Story.Active is { } active
            ? $"Every text from now on goes out with version {Open.Number}, on every instance within a second. Version {active.Number} stays good until you revoke it, and you can go back."
            : $"Texts go out with version {Open.Number} from now on.";
        if (await _confirm.AskAsync(new ConfirmQuestion($"Use version {Open.Number} from now on?", consequence, "Use it", ReasonLabel: "Why")) is { } why)
            await DoAsync(() => Switch.ActivateAsync(Org.Context, Open.Id, why, CancellationToken.None), _ => "It is in use.");
    }

    private async Task PromoteAsync()
    {
        var active = Story.Active ?? throw new InvalidOperationException("This step has an active version.");
        var answer = await _confirm.AskAsync(new ConfirmQuestion(
            "Make the new token the primary one?",
            "The old auth token stops working at Twilio at once, for everything that uses it, not only here. This cannot be taken back.",
            "Make it the primary token", IsDanger: true));
        if (answer is not null)
            await DoAsync(() => Switch.PromoteAsync(Org.Context, active.Id, CancellationToken.None));
    }

    private async Task RevokeAsync(CredentialView version)
    {
        var atTwilio = version.Origin == CredentialOrigin.CreatedKey ? " The key is deleted at Twilio too." : "";
        var answer = await _confirm.AskAsync(new ConfirmQuestion(
            $"Revoke version {version.Number}?", $"Its secrets are erased here for good; you cannot go back to it.{atTwilio}", "Revoke", ReasonLabel: "Why", IsDanger: true));
        if (answer is not null)
            await DoAsync(() => End.RevokeAsync(Org.Context, version.Id, answer, CancellationToken.None));
    }

    private async Task DoAsync<T>(Func<Task<Result<T, CredentialRefusal>>> step, Func<T, string>? say = null)
        where T : notnull
    {
        if (_isBusy)
            return;
        (_isBusy, _said) = (true, "");
        try
        {
            var done = await step();
            _isGood = done.IsSuccess;
            _said = done.Match(value => say?.Invoke(value) ?? value.ToString() ?? "", CredentialWords.Of);
        }
        finally
        {
            _isBusy = false;
        }
        await OnChange.InvokeAsync();
    }
}
