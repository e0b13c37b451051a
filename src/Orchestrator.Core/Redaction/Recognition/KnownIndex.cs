using System.Text;
using Orchestrator.Core.Redaction.Language;
using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>What the call is known to contain: names by word and by sound, numbers by digits, everything else as written.</summary>
internal sealed class KnownIndex
{
    private const int LeastDigits = 4;
    private const int CoreDigits = 9;
    private const int Unheard = 256;

    private readonly Dictionary<uint, EntityType> _words = [];
    private readonly Dictionary<uint, EntityType> _sounds = [];
    private readonly List<(string Text, EntityType Type)> _literals = [];
    private readonly List<(byte[] Digits, EntityType Type)> _numbers = [];
    private readonly ulong[] _filter = new ulong[16];
    private readonly uint[] _unheard = new uint[Unheard];
    private uint _initials;
    private readonly HashSet<(int Year, int Low, int High)> _dates = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public bool HasNames => _words.Count > 0;

    /// <summary>A name that the lexicon has, and not as a first name: any word of a text might be one, not only those that look like a name.</summary>
    public bool HasEverydayNames { get; private set; }

    /// <summary>What a policy always hides; none where it names nothing.</summary>
    public TermIndex? Terms { get; private set; }

    public IReadOnlyList<(string Text, EntityType Type)> Literals => _literals;

    public IReadOnlyList<(byte[] Digits, EntityType Type)> Numbers => _numbers;

    public void Add(KnownValue known)
    {
        var value = known.Value?.Trim();
        if (string.IsNullOrEmpty(value)) return;
        var type = known.Type ?? Guess(value);
        if (!_seen.Add($"{(int)type}:{value}")) return;
        if (type == EntityType.DateOfBirth) AddDate(value);
        var isTerm = type == EntityType.Denied && (Terms ??= new TermIndex()).TryAdd(value);
        if (type is EntityType.Person or EntityType.ProviderName || (type == EntityType.Denied && value.All(char.IsLetter))) AddName(value, type);
        else if (IsNumber(value, out var digits)) _numbers.Add((digits, type));
        else if (value.Length >= 3 && !isTerm) _literals.Add((value, type));
    }

    public bool HasDates => _dates.Count > 0;

    public bool HasDate(DateMark date) => date.Year > 0 && _dates.Contains((date.Year % 100, date.Low, date.High));

    public void AddDate(DateMark date)
    {
        if (date is { Year: > 0, Low: > 0 }) _dates.Add((date.Year % 100, date.Low, date.High));
    }

    /// <summary>1982-05-03, 03/05/1982</summary>
    private void AddDate(string value)
    {
        var parts = value.Split(['-', '/', '.', ' '], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 3 || !int.TryParse(parts[0], out var first) || !int.TryParse(parts[1], out var second) || !int.TryParse(parts[2], out var third)) return;
        AddDate(first > 31 ? new DateMark(0, 0, first, Math.Min(second, third), Math.Max(second, third)) : new DateMark(0, 0, third, Math.Min(first, second), Math.Max(first, second)));
    }

    /// <summary>A name's words, learned from the call itself.</summary>
    public void AddName(string name, EntityType type)
    {
        var spoken = name.Replace(" apostrophe ", "'", StringComparison.OrdinalIgnoreCase);
        foreach (var part in spoken.Split([' ', '-', ',', '.', '\t', '\u00A0'], StringSplitOptions.RemoveEmptyEntries))
        {
            var key = WordKey.Of(part);
            if (part.Length < 2 || key.Head == 0) continue;
            var lexicon = Lexicon.Instance;
            var lex = lexicon.Find(key.Mixed);
            if (lexicon.Is(lex, WordRole.Title | WordRole.ProviderTitle | WordRole.NameParticle | WordRole.Symbol)) continue;
            HasEverydayNames |= lex != 0 && !lexicon.Is(lex, WordRole.FirstName);
            Array.Clear(_unheard);
            _words.TryAdd(key.Hash, type);
            _filter[key.Hash >> 6 & 15] |= 1UL << (int)(key.Hash & 63);
            _initials |= SameInitials(CharFold.Letter(part[0]));
            if (type != EntityType.ProviderName && Phonetic.Of(part) is var sound and not 0) _sounds.TryAdd(sound, type);
        }
    }

    /// <summary>False for a word that is surely not known.</summary>
    public bool MayHave(uint hash) => (_filter[hash >> 6 & 15] >> (int)(hash & 63) & 1) != 0;

    public bool FindWord(uint hash, out EntityType type)
    {
        type = default;
        return MayHave(hash) && _words.TryGetValue(hash, out type);
    }

    /// <param name="hash">The word's, by which one that sounds like nothing known is told the next time.</param>
    public bool FindSound(ReadOnlySpan<char> word, uint hash, out EntityType type)
    {
        type = default;
        if (_sounds.Count == 0 || (_initials >> (CharFold.Letter(word[0]) & 31) & 1) == 0) return false;
        ref var unheard = ref _unheard[hash % Unheard];
        if (unheard == hash && hash != 0) return false;
        if (Phonetic.Of(word) is var sound and not 0 && _sounds.TryGetValue(sound, out type)) return true;
        unheard = hash;
        return false;
    }

    /// <summary>Letters that a name with this first letter may be heard to begin with.</summary>
    private static uint SameInitials(byte letter) => letter switch
    {
        (byte)'c' or (byte)'k' or (byte)'q' or (byte)'s' or (byte)'z' or (byte)'x' => Bits("ckqszx"),
        (byte)'a' or (byte)'e' or (byte)'i' or (byte)'o' or (byte)'u' or (byte)'y' or (byte)'h' => Bits("aeiouyh"),
        (byte)'f' or (byte)'p' or (byte)'v' => Bits("fpv"),
        (byte)'g' or (byte)'n' => Bits("gnk"),
        _ => 1u << (letter & 31),
    };

    private static uint Bits(string letters) => letters.Aggregate(0u, (bits, letter) => bits | (1u << (letter & 31)));

    public static EntityType Guess(string value)
    {
        if (value.Contains('@', StringComparison.Ordinal)) return EntityType.EmailAddress;
        int digits = value.Count(c => CharFold.Digit(c) >= 0), letters = value.Count(c => CharFold.Letter(c) != 0);
        if (digits == 0) return EntityType.Person;
        if (letters > 0) return EntityType.Id;
        if (value.Length == 10 && (value[4] == '-' || value[2] is '/' or '-' or '.')) return EntityType.DateOfBirth;
        return digits <= 6 ? EntityType.Otp : EntityType.PhoneNumber;
    }

    public static bool IsNumber(string value, out byte[] digits)
    {
        digits = [];
        var found = new StringBuilder();
        foreach (var c in value)
        {
            if (CharFold.Letter(c) != 0) return false;
            if (CharFold.Digit(c) is var digit and >= 0) found.Append((char)('0' + digit));
        }

        if (found.Length < LeastDigits) return false;
        var start = found.Length > CoreDigits + 1 || (found.Length > CoreDigits && found[0] == '0') ? Math.Max(0, found.Length - CoreDigits) : 0;
        digits = Encoding.ASCII.GetBytes(found.ToString(start, found.Length - start));
        return true;
    }
}
