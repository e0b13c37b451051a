namespace Orchestrator.Core.Tenancy;

/// <summary>Somebody asked for what their role does not allow.</summary>
public sealed class StaffAccessException : Exception
{
    public StaffAccessException()
    {
    }

    public StaffAccessException(string message)
        : base(message)
    {
    }

    public StaffAccessException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public StaffAccessException(StaffTask task)
        : base($"The actor's role does not allow {task}.") => Task = task;

    public StaffTask Task { get; }
}
