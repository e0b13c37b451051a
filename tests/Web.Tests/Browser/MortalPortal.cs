namespace Orchestrator.Web.Tests.Browser;

/// <summary>A host that is killed and started again at the same address.</summary>
/// <param name="start">Starts it at that address, or anywhere.</param>
internal sealed class MortalPortal(Func<Uri?, Task<PortalProcess>> start) : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    private PortalProcess? _portal;

    public Uri Address { get; private set; } = null!;

    public async Task StartAsync()
    {
        if (_portal is not null)
            await _portal.DisposeAsync();
        _portal = await start(Address);
        Address = _portal.Address;
    }

    /// <summary>As <c>kill -9</c>; a second time it changes nothing.</summary>
    public void Kill() => _portal!.Kill();

    /// <summary>Until it is dead of whatever kills it.</summary>
    public Task DeathAsync(CancellationToken ct) => _portal!.ExitAsync(ct).WaitAsync(s_patience, ct);

    public ValueTask DisposeAsync() => _portal!.DisposeAsync();
}
