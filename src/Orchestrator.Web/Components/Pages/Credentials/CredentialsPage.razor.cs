using Microsoft.AspNetCore.Components;
using NodaTime;
using Orchestrator.Core.Activity;
using Orchestrator.Core.Credentials;

namespace Orchestrator.Web.Components.Pages.Credentials;

/// <summary>
/// Where a rotation stands is read from the versions alone, so whoever reloads, or takes over from a colleague, goes on at the
/// same step.
/// </summary>
public sealed partial class CredentialsPage
{
    private CredentialStory? _story;

    [Inject]
    public required CredentialDesk Credentials { get; init; }

    protected override ActivityTopics Topics => ActivityTopics.Credentials;

    protected override async Task LoadAsync(bool isRefresh, CancellationToken ct)
    {
        _story = await Credentials.ReadAsync(Org.Context, ct);
        // What becomes possible by the clock alone.
        if (CredentialWords.NextByClock(_story) is { } next)
            AskIn((next - _story.Now + Duration.FromMilliseconds(500)).ToTimeSpan());
    }
}
