using Orchestrator.Web.Hosting.Verbs;

return await CommandLine.RunAsync(args);

/// <summary>Named for the tests' host fixture.</summary>
public sealed partial class Program;
