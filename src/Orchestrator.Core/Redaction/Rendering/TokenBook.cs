using System.Globalization;
using Orchestrator.Core.Redaction.Recognition;

namespace Orchestrator.Core.Redaction.Rendering;

/// <summary>The numbers of a call's tokens: one value, one number.</summary>
internal sealed class TokenBook
{
    private const int MostNamesakes = 16;

    private readonly Dictionary<string, string>?[] _tokens = new Dictionary<string, string>?[EntityTypes.Count];
    private readonly Dictionary<string, List<Person>> _people = new(StringComparer.Ordinal);
    private readonly Dictionary<uint, Person> _sounds = [];
    private readonly int[] _next = new int[EntityTypes.Count];

    public string TokenOf(EntityType type, ReadOnlySpan<char> key)
    {
        if (type == EntityType.Person) return PersonOf(key.ToString());
        var tokens = (_tokens[(int)type] ??= new(StringComparer.Ordinal)).GetAlternateLookup<ReadOnlySpan<char>>();
        if (tokens.TryGetValue(key, out var token)) return token;
        token = string.Create(CultureInfo.InvariantCulture, $"[{type.TokenName()}_{++_next[(int)type]}]");
        tokens[key] = token;
        return token;
    }

    /// <summary>A name given letter by letter is the one that was heard nearly so: "Holis, H O L L I S".</summary>
    public string TokenOfSpelled(string letters) =>
        !_people.ContainsKey(letters) && Phonetic.Of(letters) is var sound and not 0 && _sounds.TryGetValue(sound, out var person) ? Join(person, [letters]) : PersonOf(letters);

    /// <summary>"Rebecca" and "Rebecca Hollis" are one person; "Rebecca Hollis" and "Tom Hollis" are two.</summary>
    private string PersonOf(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (var word in words)
        {
            if (!_people.TryGetValue(word, out var people)) continue;
            foreach (var person in people)
            {
                if (person.Words.IsSubsetOf(words) || person.Words.IsSupersetOf(words)) return Join(person, words);
            }
        }

        var token = string.Create(CultureInfo.InvariantCulture, $"[{EntityType.Person.TokenName()}_{++_next[(int)EntityType.Person]}]");
        return Join(new Person(token, []), words);
    }

    private string Join(Person person, string[] words)
    {
        foreach (var word in words)
        {
            if (!person.Words.Add(word)) continue;
            if (Phonetic.Of(word) is var sound and not 0) _sounds.TryAdd(sound, person);
            if (!_people.TryGetValue(word, out var people)) _people.Add(word, people = []);
            if (people.Count < MostNamesakes) people.Add(person);
        }

        return person.Token;
    }

    /// <summary>A token that the text already has stays its own.</summary>
    public void Skip(ReadOnlySpan<char> placeholder)
    {
        var cut = placeholder.LastIndexOf('_');
        if (cut < 0 || !int.TryParse(placeholder[(cut + 1)..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return;
        foreach (var type in EntityTypes.All)
        {
            if (placeholder[1..cut].SequenceEqual(type.TokenName())) _next[(int)type] = Math.Max(_next[(int)type], number);
        }
    }

    private sealed record Person(string Token, HashSet<string> Words);
}
