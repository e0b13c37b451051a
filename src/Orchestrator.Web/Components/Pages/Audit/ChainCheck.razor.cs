using Microsoft.AspNetCore.Components;
using NodaTime;
using Orchestrator.Core.Auditing;
using Orchestrator.Core.Tenancy;
using Orchestrator.Web.Components.Shared;
using Orchestrator.Web.Identity;

namespace Orchestrator.Web.Components.Pages.Audit;

/// <summary>Walks the chain before the reader's eyes and ends in one plain statement of what that proved.</summary>
public sealed partial class ChainCheck : IDisposable
{
    private static readonly TimeSpan s_frame = TimeSpan.FromMilliseconds(100);

    private readonly CancellationTokenSource _gone = new();
    private bool _isRunning;
    private bool _isGood;
    private long _checked;
    private long _total;
    private string? _said;

    [Inject]
    public required AuditLog Log { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [Inject]
    public required ILogger<ChainCheck> Logger { get; init; }

    [CascadingParameter]
    public CurrentOrg Org { get; set; } = null!;

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    private async Task VerifyAsync()
    {
        (_isRunning, _said, _checked, _total) = (true, null, 0, 0);
        try
        {
            (_isGood, _said) = (await Log.VerifyAsync(Org.Context, new Painter(this), _gone.Token)).Match(Prove, Break);
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            return;
        }
        catch (Exception e) when (e is not StaffAccessException)
        {
            var reference = ErrorReference.New();
            Messages.Failed(Logger, e, reference);
            (_isGood, _said) = (false, $"The walk could not be finished, so nothing is proven. Try again. Reference {reference}.");
        }
        _isRunning = false;
    }

    private (bool, string) Prove(AuditProof proof)
    {
        var at = Instant.FromDateTimeOffset(Time.GetUtcNow()).InZone(Org.Zone).TimeOfDay.ToString("t", Org.Locale);
        return (true, proof.Rows == 0
            ? $"Checked at {at}: the chain is empty, and so is its record of itself."
            : $"Checked at {at}: all {proof.Rows.ToString("N0", Org.Locale)} entries are there, in order and as they were written. "
              + $"The newest has the fingerprint {Convert.ToHexStringLower(proof.Head.AsSpan(0, 8))}; compare it with one kept elsewhere to be sure that the whole chain was not replaced.");
    }

    private static (bool, string) Break(AuditBreak fault) =>
        (false, $"The chain is broken at entry {fault.Seq}: {fault.Reason}. Everything before it is proven, nothing from it on. Keep this database as it is and tell whoever runs it.");

    /// <summary>Paints at most ten times a second, however fast the walk is.</summary>
    private sealed class Painter(ChainCheck page) : IProgress<AuditProgress>
    {
        private long _last;

        public void Report(AuditProgress value)
        {
            if (_last != 0 && page.Time.GetElapsedTime(_last) < s_frame && value.Checked < value.Total)
                return;
            _last = page.Time.GetTimestamp();
            _ = page.InvokeAsync(() =>
            {
                (page._checked, page._total) = (value.Checked, value.Total);
                page.StateHasChanged();
            });
        }
    }

    private static partial class Messages
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The walk along the audit chain failed; reference {Reference}.")]
        public static partial void Failed(ILogger logger, Exception failure, string reference);
    }
}
