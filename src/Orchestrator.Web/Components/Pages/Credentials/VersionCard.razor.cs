using Microsoft.AspNetCore.Components;
using NodaTime;
using Orchestrator.Core;
using Orchestrator.Core.Credentials;
using Orchestrator.Web.Components.Shared;
using Orchestrator.Web.Identity;

namespace Orchestrator.Web.Components.Pages.Credentials;

/// <summary>One version: what it is, how it is used, and the ways out of trouble.</summary>
public sealed partial class VersionCard
{
    private ConfirmDialog _confirm = null!;
    private string _said = "";
    private bool _isGood;
    private bool _isBusy;

    [Parameter, EditorRequired]
    public CredentialView Version { get; set; } = null!;

    [Parameter, EditorRequired]
    public CredentialStory Story { get; set; } = null!;

    [Parameter, EditorRequired]
    public CurrentOrg Org { get; set; } = null!;

    [Parameter]
    public EventCallback OnChange { get; set; }

    private Instant SinceAt => Version.State switch
    {
        CredentialState.Draft => Version.CreatedAt,
        CredentialState.Verified => Version.TestedAt ?? Version.CreatedAt,
        CredentialState.Active => Version.ActivatedAt ?? Version.CreatedAt,
        CredentialState.Retiring => Version.RetiredAt ?? Version.CreatedAt,
        CredentialState.Revoked => Version.RevokedAt ?? Version.CreatedAt,
    };

    private string Since => Version.State switch
    {
        CredentialState.Draft => "stored",
        CredentialState.Verified => "tested",
        CredentialState.Active => "in use since",
        CredentialState.Retiring => "replaced",
        CredentialState.Revoked => "revoked",
    };

    private Task TestAsync() => DoAsync(() => Tests.TestAsync(Org.Context, Version.Id, CancellationToken.None));

    private async Task GoBackAsync()
    {
        var answer = await _confirm.AskAsync(new ConfirmQuestion(
            $"Go back to version {Version.Number}?",
            $"It is tested first. If it passes, every text goes out with it again, and version {Story.Active?.Number} becomes the retiring one.",
            "Go back", ReasonLabel: "Why"));
        if (answer is not null)
            await DoAsync(() => Switch.ActivateAsync(Org.Context, Version.Id, answer, CancellationToken.None));
    }

    private async Task RevokeNowAsync()
    {
        var texts = (Version.State, Story.Open) switch
        {
            (not CredentialState.Active, _) => "Texts go on with the version in use.",
            (_, { State: CredentialState.Verified } next) => $"Version {next.Number}, which is tested, takes over at once.",
            _ => "No text goes out until another version is in use: callers hear that your team will confirm, and their holds wait for you.",
        };
        var atTwilio = Version.KeySid is { } key
            ? $"The key {key[..6]}…{key[^4..]} is deleted at Twilio; whatever else uses it stops too."
            : "An auth token can only be replaced at Twilio, not deleted: promote another one there afterwards.";
        var answer = await _confirm.AskAsync(new ConfirmQuestion(
            $"Revoke version {Version.Number} now?",
            $"For a secret that got out. It is erased here and not used from this moment. {texts} {atTwilio}",
            "Revoke now", ReasonLabel: "What happened", IsDanger: true, TypeToConfirm: Version.State == CredentialState.Active ? Org.Slug : null));
        if (answer is not null)
            await DoAsync(() => End.RevokeNowAsync(Org.Context, Version.Id, answer, CancellationToken.None));
    }

    private async Task DoAsync(Func<Task<Result<string, CredentialRefusal>>> step)
    {
        if (_isBusy)
            return;
        (_isBusy, _said) = (true, "");
        try
        {
            var done = await step();
            _isGood = done.IsSuccess;
            _said = done.Match(says => says, CredentialWords.Of);
        }
        finally
        {
            _isBusy = false;
        }
        await OnChange.InvokeAsync();
    }

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
