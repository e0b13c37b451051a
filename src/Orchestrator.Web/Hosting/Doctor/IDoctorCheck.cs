namespace Orchestrator.Web.Hosting.Doctor;

/// <summary>One thing that an installation needs. Registered as a service; <c>doctor</c> asks all, in the order of registration.</summary>
public interface IDoctorCheck
{
    string Name { get; }

    Task<Finding> CheckAsync(CancellationToken ct);
}
