using System.Collections.Immutable;

namespace Orchestrator.Core.Scheduling;

/// <summary>
/// Reads a service or a provider from what an agent heard: the organization file's id or a name, whole or in part, with or without
/// title, accents and case, and, only when nothing is written alike, by sound. The first of these that fits decides; where it fits
/// two, both are given.
/// </summary>
public static class NameMatcher
{
    private const int LongestText = 120;

    /// <summary>Below this two sounds are two names; one wrong consonant in six is allowed, in five not.</summary>
    private const double Alike = 0.82;

    /// <summary>A runner-up this close to the best makes it a question.</summary>
    private const double Margin = 0.1;

    /// <summary>Words that leave the choice of provider to the clinic.</summary>
    private static readonly string[] Anyone =
    [
        "any", "anyone", "anybody", "anyprovider", "anydoctor", "anydentist", "whoever", "whoeverisavailable", "nopreference", "firstavailable",
        "either", "doesntmatter", "itdoesntmatter", "dontmind", "idontmind", "noone", "none", "na", "null",
    ];

    /// <summary>A service by id or name.</summary>
    public static NameMatch<Service> Service(ClinicSchedule schedule, string text) => Match(schedule.Services, text, service => (service.Key, service.Name));

    /// <summary>A provider by id or name: full, surname or first name.</summary>
    public static NameMatch<Provider> Provider(ClinicSchedule schedule, string text) =>
        Match(schedule.Providers, text, provider => (provider.Key, provider.Name));

    /// <summary>Whether the caller has no wish as to whom they see ("anyone", "no preference").</summary>
    public static bool MeansAnyone(string text)
    {
        var words = SpokenName.Parse(text).Words;
        return words.Length <= 4 && Anyone.Contains(string.Concat(words));
    }

    private static NameMatch<T> Match<T>(ImmutableArray<T> all, string text, Func<T, (string Key, string Name)> names)
        where T : class
    {
        var trimmed = text.Trim();
        if (trimmed.Length is 0 or > LongestText)
            return NameMatch<T>.Unknown;

        // An agent mostly says back what it was told.
        if (all.FirstOrDefault(item => names(item).Key == trimmed) is { } same)
            return new NameMatch<T>([same]);

        var spoken = SpokenName.Parse(trimmed);
        if (spoken.Words.Length == 0)
            return NameMatch<T>.Unknown;

        var known = all.Select(item => new Known<T>(item, names(item).Key, SpokenName.Parse(names(item).Key), SpokenName.Parse(names(item).Name))).ToArray();
        Func<Known<T>, bool>[] tiers =
        [
            candidate => candidate.Key.Equals(trimmed, StringComparison.OrdinalIgnoreCase) || string.Concat(candidate.Name.Words) == string.Concat(spoken.Words),
            candidate => candidate.Name.Joined == spoken.Joined || string.Concat(candidate.KeyName.Words) == spoken.Joined,
            candidate => spoken.Core.All(word => candidate.Name.Core.Any(part => part == word || (word.Length == 1 && spoken.Core.Length > 1 && part[0] == word[0]))),
        ];
        foreach (var tier in tiers)
        {
            if (Array.FindAll(known, candidate => tier(candidate)) is { Length: > 0 } found)
                return Result(found);
        }

        return Within(known, spoken) is { Length: > 0 } within ? Result(within) : Result(BySound(known, spoken));
    }

    /// <summary>Names said whole inside a longer phrase; a name that is part of another one said ("cleaning" in "deep cleaning") does not count.</summary>
    private static Known<T>[] Within<T>(Known<T>[] known, SpokenName spoken)
    {
        var runs = spoken.Runs().ToHashSet(StringComparer.Ordinal);
        var found = Array.FindAll(known, candidate => runs.Contains(candidate.Name.Joined) || candidate.Name.Core.All(spoken.Core.Contains));
        return Array.FindAll(found, candidate => !Array.Exists(found, other => IsPartOf(candidate.Name.Joined, other.Name.Joined)));
    }

    private static bool IsPartOf(string name, string other) => other.Length > name.Length && other.Contains(name, StringComparison.Ordinal);

    private static Known<T>[] BySound<T>(Known<T>[] known, SpokenName spoken)
    {
        var sound = NameSound.Of(spoken.Core);
        var scores = Array.ConvertAll(known, candidate => candidate.Variants().Max(words => Score(NameSound.Of(words), sound)));
        var best = scores.DefaultIfEmpty().Max();
        return best < Alike ? [] : [.. known.Where((_, i) => scores[i] > best - Margin)];
    }

    /// <summary>Names of two sounds are too short to forgive a mistake.</summary>
    private static double Score(string name, string sound) =>
        name == sound ? 1 : Math.Min(name.Length, sound.Length) < 3 ? 0 : NameSound.Likeness(name, sound);

    private static NameMatch<T> Result<T>(Known<T>[] found)
        where T : class => new([.. found.Select(candidate => candidate.Item)]);

    private sealed record Known<T>(T Item, string Key, SpokenName KeyName, SpokenName Name)
    {
        /// <summary>The ways to say a name: whole, turned round, each part alone, the last two together.</summary>
        public IEnumerable<string[]> Variants()
        {
            var parts = Name.Core;
            yield return KeyName.Core;
            yield return parts;
            if (parts.Length > 1)
            {
                yield return [.. parts[1..], parts[0]];
                yield return parts[^2..];
                foreach (var part in parts)
                    yield return [part];
            }
        }
    }
}
