namespace Orchestrator.Web.Hosting.Doctor;

/// <summary>How far the checks go; set before they run.</summary>
internal sealed class DoctorDepth
{
    /// <summary>Also sign in to the provider with every clinic's credential.</summary>
    public bool SignsIn { get; set; }
}
