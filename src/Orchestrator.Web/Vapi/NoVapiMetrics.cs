namespace Orchestrator.Web.Vapi;

/// <summary>Counts nothing; in force until the host registers real metrics.</summary>
internal sealed class NoVapiMetrics : IVapiMetrics
{
    public void MessageAnswered(string type, TimeSpan elapsed)
    {
    }

    public void ToolAnswered(string tool, string code, TimeSpan elapsed)
    {
    }

    public void Rejected(RejectionReason reason)
    {
    }
}
