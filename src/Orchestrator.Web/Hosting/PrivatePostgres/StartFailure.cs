namespace Orchestrator.Web.Hosting.PrivatePostgres;

/// <summary>Turns what PostgreSQL complained about into one sentence.</summary>
internal static class StartFailure
{
    public static PrivatePostgresException From(string what, IReadOnlyList<string> complaints)
    {
        if (complaints.Any(c => c.Contains("No space left on device", StringComparison.Ordinal)))
            return new PrivatePostgresException($"{what}: the disk is full.");

        var reason = complaints.FirstOrDefault(c => c.Length > 0) ?? "no reason given";
        return new PrivatePostgresException($"{what}: {reason.TrimEnd('.')}.");
    }

    public static bool IsPortTaken(IReadOnlyList<string> complaints) =>
        complaints.Any(c => c.Contains("Address already in use", StringComparison.Ordinal) || c.Contains("could not create any TCP/IP sockets", StringComparison.Ordinal));
}
