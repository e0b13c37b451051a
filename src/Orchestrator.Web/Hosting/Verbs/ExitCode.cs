namespace Orchestrator.Web.Hosting.Verbs;

internal static class ExitCode
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int Usage = 2;
}
