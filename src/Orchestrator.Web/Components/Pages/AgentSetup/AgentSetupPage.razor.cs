using Microsoft.AspNetCore.Components;
using Orchestrator.Web.Vapi;
using Orchestrator.Web.Vapi.Export;

namespace Orchestrator.Web.Components.Pages.AgentSetup;

public sealed partial class AgentSetupPage : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private IReadOnlyList<AgentDefinition>? _definitions;
    private string? _credential;

    [Inject]
    public required Vapi.Export.AgentSetup Setup { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    private Uri Address => Setup.AddressOr(new Uri(Navigation.BaseUri));

    private string Webhook => Address.AbsoluteUri.TrimEnd('/') + VapiRegistration.Path;

    private bool IsLocal => Address.IsLoopback;

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    protected override Task OnParametersSetAsync() => LoadAsync();

    private Task SetCredentialAsync(ChangeEventArgs change)
    {
        _credential = change.Value?.ToString();
        return LoadAsync();
    }

    private async Task LoadAsync() =>
        _definitions = await Setup.DefinitionsAsync(Org.Context, new Uri(Navigation.BaseUri), _credential, _leaving.Token)
            ?? throw new InvalidOperationException("The organization has no settings.");
}
