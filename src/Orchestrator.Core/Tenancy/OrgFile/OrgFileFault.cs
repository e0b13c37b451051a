namespace Orchestrator.Core.Tenancy;

/// <summary>One thing wrong with an organization file.</summary>
/// <param name="Path">Where: a JSON path such as <c>$.services[2].providerIds[0]</c>.</param>
/// <param name="Message">What, so that it reads on after the path; never repeats a secret.</param>
public sealed record OrgFileFault(string Path, string Message)
{
    public override string ToString() => $"{Path} {Message}";
}
