namespace Orchestrator.Core.Redaction;

/// <summary>Which layer of the engine found a span; see the README beside this file.</summary>
public enum RedactionLayer
{
    /// <summary>A term that the policy always hides.</summary>
    DenyTerm,

    /// <summary>A value that the clinic knows or that this call has already given away.</summary>
    Known,

    /// <summary>The shape answers what the agent had just asked for.</summary>
    Expectation,

    /// <summary>A checksum or a numbering plan holds.</summary>
    Checksum,

    /// <summary>A cue ("my number is", "born on") stands beside a value of the right length.</summary>
    Cue,

    /// <summary>The shape alone suffices, as for an e-mail address.</summary>
    Shape,
}
