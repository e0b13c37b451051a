using System.Globalization;
using Microsoft.AspNetCore.Components;
using Orchestrator.Core.Activity;
using Orchestrator.Core.Calls.Reruns;
using Orchestrator.Core.Redaction;
using Orchestrator.Core.Redaction.Policies;

namespace Orchestrator.Web.Components.Pages.Redaction;

/// <summary>
/// The clinic's rules, tried on a text before they count. Everything is a draft on this page until it is saved as a new
/// version; the text is in this object and nowhere else.
/// </summary>
public sealed partial class RedactionPage
{
    private PreviewText? _text;
    private EntityType? _only;
    private string _compare = "";
    private string? _picked;
    private string? _said;
    private string? _fault;
    private string? _refused;
    private string? _saved;

    [Inject]
    public required RedactionPolicies Policies { get; init; }

    [Inject]
    public required RedactionPreview Previews { get; init; }

    [Inject]
    public required TranscriptReruns Reruns { get; init; }

    protected override ActivityTopics Topics => ActivityTopics.Redaction;

    private IReadOnlyList<PolicyVersion> Versions { get; set; } = [];

    private PolicyVersion? InForce => Versions.Count > 0 ? Versions[0] : null;

    private PolicyRules? Draft { get; set; }

    private PreviewView? View { get; set; }

    private RerunOverview? Overview { get; set; }

    private PolicyDifference Difference => PolicyDifference.Between(InForce!.Rules, Draft!);

    private PolicyRules? Other => _compare.Length == 0 ? null
        : int.TryParse(_compare, CultureInfo.InvariantCulture, out var version) ? Versions.FirstOrDefault(known => known.Version == version)?.Rules
        : PolicyRules.Default with { Preset = _compare };

    private PolicyDifference? Comparison => Other is { } other ? PolicyDifference.Between(other, Draft!) : null;

    private string LeftTitle => _compare.Length == 0 ? "Original" : $"As stored under {LeftName}";

    private string LeftName => int.TryParse(_compare, CultureInfo.InvariantCulture, out var version) ? $"version {version}" : $"{RedactionWords.Preset(_compare)} as it ships";

    private string RightName => Difference.IsNone ? $"version {InForce!.Version}" : "your draft";

    private string Summary => View is not { } view ? ""
        : $"{RedactionWords.Count(view.Hidden, "value", "values", Org.Locale)} hidden in {view.Characters.ToString("N0", Org.Locale)} characters, in {view.Took.TotalMilliseconds.ToString("0.0", Org.Locale)} ms";

    private string ComparisonSentence => View?.Comparison is not var (same, onlyDraft, onlyOther, otherwise) ? ""
        : onlyDraft + onlyOther + otherwise == 0 ? $"Both treat this text alike: {RedactionWords.Count(same, "value", "values", Org.Locale)} hidden."
        : $"{RedactionWords.Count(same, "value is", "values are", Org.Locale)} treated alike, {onlyDraft.ToString("N0", Org.Locale)} hidden only under {RightName}, {onlyOther.ToString("N0", Org.Locale)} only under {LeftName}, {otherwise.ToString("N0", Org.Locale)} in another way.";

    protected override async Task LoadAsync(bool isRefresh, CancellationToken ct)
    {
        var versions = await Policies.HistoryAsync(Org.Context, ct);
        Overview = await Reruns.OverviewAsync(Org.Context, ct);
        // A draft that somebody works on survives what colleagues save; an untouched one follows.
        if (Draft is null || InForce is null || Draft.Equals(InForce.Rules))
            Draft = versions[0].Rules;
        Versions = versions;
        // While prerendering too, but once: what is looked at is audited.
        _text ??= RendererInfo.IsInteractive ? await Previews.OpenAsync(Org.Context, Samples.All[0].Text, ct) : null;
        Redact();
    }

    private async Task LookAtAsync(string text)
    {
        (_only, _picked, _said, _saved) = (null, null, null, null);
        _text = await Previews.OpenAsync(Org.Context, text, CancellationToken.None) ?? _text;
        Redact();
    }

    private void Filter(EntityType type) => _only = _only == type ? null : type;

    private void TakePreset(string name) => Try(Draft! with { Preset = name, Overrides = PolicyRules.Default.Overrides });

    private void Change(EntityType type, RedactionAction action) => Try(Draft!.With(type, action));

    private void FlipRecordings() => Try(Draft! with { KeepsRecordings = !Draft!.KeepsRecordings });

    private void Pick(PreviewMark mark)
    {
        _picked = _text!.Text[mark.Span.Start..mark.Span.End];
        _said = mark.Span.Type.IsNeverKept()
            ? RedactionWords.Fault(new PolicyFault(PolicyRefusal.NeverKept, mark.Span.Type.Name()))
            : $"Chosen: {mark.Describe(_picked)}";
    }

    private void Propose((string Term, bool IsHidden) proposal)
    {
        var (term, isHidden) = proposal;
        if (!PolicyRules.IsTerm(term))
        {
            _said = RedactionWords.Fault(new PolicyFault(PolicyRefusal.BadTerm, term));
            return;
        }
        // Hidden whatever the policy says; in a list of terms it would be stored, and shown to every manager.
        if (_text!.NeverKept(term) is { } secret)
        {
            _said = RedactionWords.Fault(new PolicyFault(PolicyRefusal.NeverKept, secret.Name()));
            return;
        }
        if (!Try(isHidden ? Draft!.Deny(term) : Draft!.Allow(term)))
        {
            _said = _fault;
            return;
        }
        _said = Outcome(term, isHidden);
    }

    /// <summary>Says what the proposal did to the text, for an allowed word inside a longer value stays hidden.</summary>
    private string Outcome(string term, bool isHidden)
    {
        var text = _text!.Text;
        var spans = _text.Redact(Draft!.ToPolicy(InForce!.Version).Value).Redaction.Spans;
        var (all, hidden) = (0, 0);
        RedactionSpan? covering = null;
        for (var at = text.IndexOf(term, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(term, at + term.Length, StringComparison.OrdinalIgnoreCase))
        {
            all++;
            foreach (var span in spans)
            {
                if (span.Start >= at + term.Length || span.End <= at)
                    continue;
                hidden++;
                covering = span;
                break;
            }
        }
        return (isHidden, all, hidden) switch
        {
            (_, 0, _) => $"“{term}” is in your draft. It does not occur in this text.",
            (true, _, 0) => $"“{term}” is in your draft, but here it only occurs inside other words.",
            (true, _, _) => $"“{term}” is hidden now in {RedactionWords.Count(hidden, "place", "places", Org.Locale)}. Save the draft to make it count.",
            (false, _, 0) => $"“{term}” stays readable now. Save the draft to make it count.",
            (false, _, _) => $"“{term}” is in your draft, but here it is part of a longer value ({TypeLook.Of(covering!.Value.Type).Word.ToLower(Org.Locale)}), which stays hidden.",
        };
    }

    private void Forget(string term)
    {
        Try(Draft!.Forget(term));
        _said = $"“{term}” is no longer in your draft.";
    }

    private void Take(PolicyVersion version) => Try(version.Rules);

    private void Discard()
    {
        _said = null;
        Try(InForce!.Rules);
    }

    private void Compare(ChangeEventArgs change) => CompareWith(change.Value as string ?? "");

    private void CompareWith(int version) => CompareWith(version.ToString(CultureInfo.InvariantCulture));

    private void CompareWith(string what)
    {
        _compare = what;
        Redact();
    }

    private async Task SaveAsync(string reason)
    {
        var saved = await Policies.SaveAsync(Org.Context, Draft!, InForce!.Version, reason, CancellationToken.None);
        if (saved.TryGet(out var version, out var refusal))
        {
            (_refused, _said) = (null, null);
            Draft = version.Rules;
            await RefreshAsync();
            _saved = $"Version {version.Version} is in force from now on. "
                + (Overview?.Behind > 0 ? $"It hides more than {RedactionWords.Count(Overview.Behind, "stored transcript does", "stored transcripts do", Org.Locale)}; redact them again below." : "Nothing that is stored needs to be redacted again.");
            return;
        }
        _refused = RedactionWords.Refused(refusal, refusal.By is { } by ? Actors.Of(by) : null);
        if (refusal.Kind == PolicyChangeRefusalKind.ChangedMeanwhile)
            await RefreshAsync();
    }

    /// <summary>Makes it the draft unless it is no policy.</summary>
    private bool Try(PolicyRules rules)
    {
        (_saved, _refused) = (null, null);
        _fault = rules.ToPolicy(InForce!.Version).TryGet(out _, out var fault) ? null : RedactionWords.Fault(fault);
        if (_fault is not null)
            return false;
        Draft = rules;
        Redact();
        return true;
    }

    private void Redact()
    {
        if (_text is null || InForce is null || !Draft!.ToPolicy(InForce.Version).TryGet(out var draft, out _))
            return;
        var other = Other?.ToPolicy(InForce.Version) is { } judged && judged.TryGet(out var policy, out _) ? policy : null;
        View = PreviewView.Of(_text, draft, other);
        if (_only is { } only && View.Totals.All(total => total.Type != only))
            _only = null;
    }
}
