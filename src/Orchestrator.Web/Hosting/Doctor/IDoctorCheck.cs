namespace Orchestrator.Web.Hosting.Doctor;

/// <summary>One thing that an installation needs. Registered as a service; <c>doctor</c> asks all, in the order of registration.</summary>
public interface IDoctorCheck
{
    string Name { get; }

    /// <summary>Whether it reads our tables, so that without this build's schema it could only fail.</summary>
    bool NeedsSchema => false;

    Task<Finding> CheckAsync(CancellationToken ct);
}
