using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Orchestrator.Core.Booking;
using Orchestrator.Web.Vapi;
using Xunit;
using Assembly = System.Reflection.Assembly;
using Type = System.Type;

namespace Orchestrator.Core.Tests;

/// <summary>Who may know whom, as docs/ARCHITECTURE.md maps the house.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly Assembly s_core = typeof(BookingService).Assembly;
    private static readonly Assembly s_web = typeof(VapiOptions).Assembly;
    private static readonly Architecture s_house = new ArchLoader().LoadAssemblies(s_core, s_web).Build();

    [Fact]
    public void Core_References_NoWebNoSinkNoIdentity()
    {
        var forbidden = s_core.GetReferencedAssemblies().Select(name => name.Name!)
            .Where(name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || name.StartsWith("Serilog", StringComparison.Ordinal)
                || name.Contains("Identity", StringComparison.Ordinal) || name.StartsWith("Orchestrator.Web", StringComparison.Ordinal));

        Assert.Empty(forbidden);
    }

    [Fact]
    public void TwilioNamedTypes_LiveInMessagingAndWebTwilioOnly() => Assert.Empty(Declared()
        .Where(type => type.Name.Contains("Twilio", StringComparison.Ordinal) && !IsOfTheOrganizationFile(type))
        .Where(type => !IsUnder(type, "Orchestrator.Core.Messaging") && !IsUnder(type, "Orchestrator.Web.Twilio"))
        .Select(type => type.FullName));

    [Fact]
    public void VapiNamedTypes_LiveInWebVapiOnly() => Assert.Empty(Declared()
        .Where(type => type.Name.Contains("Vapi", StringComparison.Ordinal) && !IsUnder(type, "Orchestrator.Web.Vapi") && !IsOfTheOrganizationFile(type) && type.Name != "VapiExportVerb")
        .Select(type => type.FullName));

    [Fact]
    public void PagesAndEndpoints_NameNoDbContext() => Assert.Empty(s_house.Types
        .Where(type => IsIn(type, "Orchestrator.Web.Components") || IsIn(type, "Orchestrator.Web.Vapi") || IsIn(type, "Orchestrator.Web.Twilio"))
        .SelectMany(type => type.Dependencies, (type, dependency) => (type.FullName, Target: dependency.Target.FullName))
        .Where(use => use.Target.Contains("DbContext", StringComparison.Ordinal) || use.Target.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
            || use.Target.StartsWith("Npgsql", StringComparison.Ordinal))
        .Select(use => $"{use.FullName} -> {use.Target}").Distinct());

    [Fact]
    public void DbContext_IsNamedByCoreAndHostingOnly() => Assert.Empty(s_house.Types
        .Where(type => !IsIn(type, "Orchestrator.Core") && !IsIn(type, "Orchestrator.Web.Hosting") && !IsIn(type, "Orchestrator.Web.Identity"))
        .Where(type => type.Dependencies.Any(dependency => dependency.Target.FullName == "Orchestrator.Core.Persistence.OrchestratorDbContext"))
        .Select(type => type.FullName));

    [Fact]
    public void House_IsLoaded_SoThatTheRulesHaveSomethingToJudge()
    {
        Assert.Contains(s_house.Types, type => type.FullName == typeof(BookingService).FullName && type.Dependencies.Count > 0);
        Assert.Contains(s_house.Types, type => IsIn(type, "Orchestrator.Web.Vapi"));
        Assert.Contains(Declared(), type => type.Name.Contains("Twilio", StringComparison.Ordinal));
    }

    [Fact]
    public void Sources_TellTimeByTheInjectedClockOnly() => Assert.Empty(LinesOfSource((_, line) => SystemClock().IsMatch(line)));

    [Fact]
    public void Sources_WriteToTheConsoleInTheCommandsOnly() => Assert.Empty(LinesOfSource((path, line) =>
        ConsoleWrite().IsMatch(line) && !IsConsoleRoom(path)));

    [Theory]
    [InlineData("var now = DateTime.UtcNow;", true)]
    [InlineData("var now = DateTimeOffset.Now;", true)]
    [InlineData("var now = System.DateTime.Today;", true)]
    [InlineData("var now = SystemClock.Instance.GetCurrentInstant();", true)]
    [InlineData("var now = time.GetUtcNow();", false)]
    public void SystemClock_Line_IsToldFromTheInjectedOne(string line, bool isSystemClock) => Assert.Equal(isSystemClock, SystemClock().IsMatch(line));

    // The file's own keys are "vapi" and "twilio"; its types are named after them.
    private static bool IsOfTheOrganizationFile(Type type) => type.Name is "OrgFileVapi" or "OrgFileTwilio";

    // The command line, and the sink that the log is written through.
    private static bool IsConsoleRoom(string path) =>
        path.Contains(Path.Combine("Hosting", "Verbs"), StringComparison.Ordinal) || path.Contains(Path.Combine("Hosting", "Logging"), StringComparison.Ordinal);

    private static IEnumerable<Type> Declared() => s_core.GetTypes().Concat(s_web.GetTypes()).Where(type => !type.FullName!.StartsWith('<'));

    private static bool IsUnder(Type type, string space) => type.Namespace == space || type.Namespace?.StartsWith(space + ".", StringComparison.Ordinal) == true;

    private static bool IsIn(IType type, string space) => type.Namespace.FullName == space || type.Namespace.FullName.StartsWith(space + ".", StringComparison.Ordinal);

    private static List<string> LinesOfSource(Func<string, string, bool> isWrong)
    {
        var files = Directory.EnumerateFiles(SourceFolder(), "*", SearchOption.AllDirectories)
            .Where(path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".razor", StringComparison.Ordinal))
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"))
            .ToList();
        Assert.True(files.Count > 100, "The sources were not found.");
        return [.. files.SelectMany(path => File.ReadLines(path).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && isWrong(path, line)).Select(line => $"{path}: {line.Trim()}"))];
    }

    private static string SourceFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var sources = Path.Combine(folder.FullName, "src");
            if (File.Exists(Path.Combine(folder.FullName, "Orchestrator.sln")) && Directory.Exists(sources))
                return sources;
        }
        throw new InvalidOperationException("No folder above the test holds Orchestrator.sln and src.");
    }

    [GeneratedRegex(@"\bDateTime(Offset)?\.(UtcNow|Now|Today)\b|\bSystemClock\.Instance\b")]
    private static partial Regex SystemClock();

    [GeneratedRegex(@"\bConsole\.(Write|WriteLine|Error|Out)\b")]
    private static partial Regex ConsoleWrite();
}
