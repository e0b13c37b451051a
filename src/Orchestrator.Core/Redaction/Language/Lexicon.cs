using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction.Language;

/// <summary>
/// The words, cue phrases and identifier forms of all languages and countries, read once from the embedded data files.
/// </summary>
internal sealed class Lexicon
{
    private static readonly Lazy<Lexicon> Loaded = new(LexiconLoader.LoadEmbedded);

    private readonly ulong[] _keys;
    private readonly ushort[] _slots;
    private readonly WordRole[] _roles;
    private readonly int[] _values;
    private readonly bool[] _triggers;
    private readonly PhraseTree _phrases;
    private readonly LengthRule[] _lengths;

    internal Lexicon(LexiconBuilder builder)
    {
        var size = 1 << (64 - System.Numerics.BitOperations.LeadingZeroCount((ulong)builder.Words.Count * 2));
        _keys = new ulong[size];
        _slots = new ushort[size];
        _roles = new WordRole[builder.Words.Count + 1];
        _values = new int[builder.Words.Count + 1];
        foreach (var (word, entry) in builder.Words)
        {
            var key = WordKey.Of(word).Mixed;
            var slot = (int)(key & (ulong)(size - 1));
            while (_keys[slot] != 0) slot = (slot + 1) & (size - 1);
            _keys[slot] = key;
            _slots[slot] = entry.Lex;
            _roles[entry.Lex] = entry.Roles;
            _values[entry.Lex] = entry.Value;
        }

        _phrases = builder.Phrases;
        _phrases.Freeze();
        _triggers = [.. _roles.Select(role => (role & WordRole.Trigger) != 0)];
        _lengths = builder.Lengths;
        Cards = new ShapeTable(builder.Recognisers.Where(r => r.Checksum == Checksum.Card));
        Digits = new ShapeTable(builder.Recognisers.Where(r => r.Shape.IsDigits && r.Checksum != Checksum.Card));
        Mixed = new ShapeTable(builder.Recognisers.Where(r => !r.Shape.IsDigits));
    }

    public static Lexicon Instance => Loaded.Value;

    public ShapeTable Cards { get; }

    public ShapeTable Digits { get; }

    public ShapeTable Mixed { get; }

    public PhraseTree Phrases => _phrases;

    public ushort Find(ulong key)
    {
        var mask = _keys.Length - 1;
        var slot = (int)key & mask;
        while (true)
        {
            var found = _keys[slot];
            if (found == key) return _slots[slot];
            if (found == 0) return 0;
            slot = (slot + 1) & mask;
        }
    }

    public bool IsTrigger(ushort lex) => _triggers[lex];

    public WordRole RolesOf(ushort lex) => _roles[lex];

    public bool Is(ushort lex, WordRole role) => (_roles[lex] & role) != 0;

    public int ValueOf(ushort lex) => _values[lex];

    public LengthRule LengthOf(EntityType type) => _lengths[(int)type];

    public SpeakerRole SpeakerOf(ushort lex) =>
        Is(lex, WordRole.Agent) ? SpeakerRole.Agent : Is(lex, WordRole.Caller) ? SpeakerRole.Caller : SpeakerRole.Unknown;
}
