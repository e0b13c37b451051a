using System.CommandLine;

namespace Orchestrator.Web.Hosting.Verbs;

/// <summary>What a verb is given.</summary>
/// <param name="Parsed">Its arguments and options.</param>
/// <param name="Input">Standard input.</param>
/// <param name="Output">Standard output, for a verb that streams its result.</param>
/// <param name="IsJson">Whether the result is wanted as JSON.</param>
internal sealed record VerbContext(ParseResult Parsed, TextReader Input, TextWriter Output, bool IsJson);
