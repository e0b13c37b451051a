namespace Orchestrator.Web.Hosting.PrivatePostgres;

/// <summary>Why the private server cannot run, as one sentence for the operator. The host prints it and exits with 1.</summary>
public sealed class PrivatePostgresException : Exception
{
    public PrivatePostgresException()
    {
    }

    public PrivatePostgresException(string sentence)
        : base(sentence)
    {
    }

    public PrivatePostgresException(string sentence, Exception innerException)
        : base(sentence, innerException)
    {
    }
}
