using Orchestrator.Core.Credentials;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Web.Hosting.Keys;

/// <summary>Reads the keys again when another process says that there is a new one.</summary>
internal sealed partial class KeyFollower(KeyRing keys, OrgChangeFeed feed, ILogger<KeyFollower> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        feed.KeysChanged += Refresh;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        feed.KeysChanged -= Refresh;
        return Task.CompletedTask;
    }

    private void Refresh()
    {
        var before = keys.ActiveId;
        if (keys.Refresh() && keys.ActiveId != before)
            Log.Changed(logger, keys.ActiveId, before);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Key {Now} seals what is new from now on, in place of {Before}.")]
        public static partial void Changed(ILogger logger, string now, string before);
    }
}
