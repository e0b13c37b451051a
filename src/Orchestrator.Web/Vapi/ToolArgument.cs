using System.Diagnostics.CodeAnalysis;

namespace Orchestrator.Web.Vapi;

/// <summary>One argument as text.</summary>
/// <param name="State">Whether there is anything to read.</param>
/// <param name="Text">Trimmed text, not empty, where <paramref name="State"/> is <see cref="ArgumentState.Given"/>.</param>
public readonly record struct ToolArgument(ArgumentState State, string? Text)
{
    public bool IsMissing => State is ArgumentState.Missing;

    public bool TryGet([NotNullWhen(true)] out string? text)
    {
        text = Text;
        return State is ArgumentState.Given;
    }

    public override string ToString() => State.ToString();
}
