namespace Orchestrator.Web.Vapi;

/// <summary>
/// A signed request has to be read before it can be believed. Large ones are read a few at a time, so that strangers
/// cannot fill the memory; nearly all honest ones are small and never wait.
/// </summary>
internal sealed class UnverifiedBodyGate : IDisposable
{
    public const int FreeBytes = 512 * 1024;

    private readonly SemaphoreSlim _places = new(4);

    public Task EnterAsync(CancellationToken ct) => _places.WaitAsync(ct);

    public void Leave() => _places.Release();

    public void Dispose() => _places.Dispose();
}
