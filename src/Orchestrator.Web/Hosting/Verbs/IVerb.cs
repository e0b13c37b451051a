using System.CommandLine;

namespace Orchestrator.Web.Hosting.Verbs;

/// <summary>One command line verb. It is listed in <see cref="VerbList"/>.</summary>
internal interface IVerb
{
    /// <summary>Its words, such as <c>org import</c>.</summary>
    string Name { get; }

    string Description { get; }

    /// <summary>Adds its arguments and options.</summary>
    void Define(Command command);

    /// <summary>Does the work. A refusal is an outcome; exceptions are bugs, or <see cref="StartRefusedException"/>.</summary>
    Task<VerbOutcome> RunAsync(VerbContext context, CancellationToken ct);
}
