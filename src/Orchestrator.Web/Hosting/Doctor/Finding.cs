namespace Orchestrator.Web.Hosting.Doctor;

/// <summary>What a check found, in words without secrets.</summary>
public sealed record Finding(bool IsGood, string Text)
{
    public static Finding Good(string text) => new(true, text);

    public static Finding Bad(string text) => new(false, text);
}
