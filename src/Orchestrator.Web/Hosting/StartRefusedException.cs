namespace Orchestrator.Web.Hosting;

/// <summary>Why the host or a verb cannot start, one sentence per fault. It is printed without a stack trace; exit code 1.</summary>
public sealed class StartRefusedException : Exception
{
    public StartRefusedException()
    {
    }

    public StartRefusedException(string sentence)
        : base(sentence)
    {
    }

    public StartRefusedException(string sentence, Exception innerException)
        : base(sentence, innerException)
    {
    }
}
