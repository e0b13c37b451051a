namespace Orchestrator.Web.Components.Shared;

/// <summary>What a person is asked before something is done that others feel.</summary>
/// <param name="Title">A question that names the object: "Release Dana's hold?".</param>
/// <param name="Text">What will happen, and whether it can be taken back.</param>
/// <param name="Confirm">The verb on the button: "Release".</param>
/// <param name="ReasonLabel">Asks for a reason, which goes to the audit trail; none without it.</param>
/// <param name="IsDanger">It cannot be taken back.</param>
/// <param name="TypeToConfirm">What must be typed first, for what is irreversible.</param>
public sealed record ConfirmQuestion(
    string Title, string Text, string Confirm, string? ReasonLabel = null, bool IsDanger = false, string? TypeToConfirm = null);
