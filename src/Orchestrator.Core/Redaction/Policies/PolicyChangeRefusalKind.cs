namespace Orchestrator.Core.Redaction.Policies;

public enum PolicyChangeRefusalKind
{
    /// <summary>The rules make no policy.</summary>
    NoPolicy,

    /// <summary>No reason was given, or one of more than 500 characters.</summary>
    NoReason,

    /// <summary>The rules are those in force.</summary>
    NothingChanged,

    /// <summary>Somebody saved another version since these rules were shown.</summary>
    ChangedMeanwhile,
}
