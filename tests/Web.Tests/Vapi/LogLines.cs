using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Orchestrator.Web.Tests.Vapi;

/// <summary>Keeps every log line with the properties of the scopes around it.</summary>
internal sealed class LogLines : ILoggerProvider, ISupportExternalScope
{
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public ConcurrentQueue<(LogLevel Level, string Text, Exception? Fault, IReadOnlyDictionary<string, object?> Scope)> Lines { get; } = new();

    public string AllText => string.Join('\n', Lines.Select(line => line.Text));

    public ILogger CreateLogger(string categoryName) => new Writer(this);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
    }

    private sealed class Writer(LogLines owner) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => owner._scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var scope = new Dictionary<string, object?>();
            owner._scopes.ForEachScope(
                (pushed, into) =>
                {
                    foreach (var (key, value) in pushed as IEnumerable<KeyValuePair<string, object?>> ?? [])
                        into[key] = value;
                },
                scope);
            owner.Lines.Enqueue((logLevel, formatter(state, exception), exception, scope));
        }
    }
}
