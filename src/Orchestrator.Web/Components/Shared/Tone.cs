namespace Orchestrator.Web.Components.Shared;

/// <summary>The colours of states; each always stands with an icon and a word.</summary>
public enum Tone
{
    Amber,
    Blue,
    Green,
    Coral,
    Grey,
    Red,
}
