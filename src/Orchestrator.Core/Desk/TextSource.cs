namespace Orchestrator.Core.Desk;

/// <summary>From whom a step of a text is known.</summary>
public enum TextSource
{
    Us,

    /// <summary>The provider told by itself.</summary>
    Callback,

    /// <summary>We asked the provider.</summary>
    Asked,
}
