using System.Collections.Immutable;

namespace Orchestrator.Core.Tenancy;

/// <summary>The two demo clinics as organization files, UTF-8: what Development starts with.</summary>
public static class DemoClinics
{
    public static ImmutableArray<string> Slugs { get; } = ["harborview", "marlow"];

    /// <exception cref="ArgumentException">Not one of <see cref="Slugs"/>.</exception>
    public static byte[] File(string slug)
    {
        using var stream = typeof(DemoClinics).Assembly.GetManifestResourceStream($"Orchestrator.Core.Tenancy.OrgFile.Demo.{slug}.json")
            ?? throw new ArgumentException("No such demo clinic.", nameof(slug));
        var file = new byte[stream.Length];
        stream.ReadExactly(file);
        return file;
    }
}
