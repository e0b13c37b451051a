using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction.Language;

/// <summary>
/// The words, cue phrases and identifier forms of all languages and countries, read once from the embedded data files.
/// </summary>
internal sealed class Lexicon
{
    private static readonly Lazy<Lexicon> Loaded = new(LexiconLoader.LoadEmbedded);

    private readonly WordTable _words;
    private readonly WordRole[] _roles;
    private readonly int[] _values;
    private readonly bool[] _cues;
    private readonly bool[] _heads;
    private readonly PhraseTree _phrases;
    private readonly LengthRule[] _lengths;

    internal Lexicon(LexiconBuilder builder)
    {
        _roles = new WordRole[builder.Words.Count + 1];
        _values = new int[builder.Words.Count + 1];
        foreach (var entry in builder.Words.Values)
        {
            _roles[entry.Lex] = entry.Roles;
            _values[entry.Lex] = entry.Value;
        }

        _words = new WordTable([.. builder.Words.Select(word => KeyValuePair.Create(WordKey.Of(word.Key).Mixed, new LexiconWord(word.Value.Lex, HintsOf(word.Value.Roles))))]);
        _phrases = builder.Phrases;
        _phrases.Freeze();
        _cues = [.. Enumerable.Range(0, _roles.Length).Select(lex => lex > 0 && _phrases.Step(0, (ushort)lex) is var node and > 0 && _phrases.EndOf(node) is not null)];
        _heads = [.. _roles.Select((roles, lex) => (roles & WordRole.Noted) is WordRole.CueHead or WordRole.OwnerHead or (WordRole.CueHead | WordRole.OwnerHead) && !_cues[lex])];
        Terms = builder.Terms;
        Terms.Freeze();
        _lengths = builder.Lengths;
        Cards = new ShapeTable(builder.Recognisers.Where(r => r.Checksum == Checksum.Card));
        var alone = builder.Recognisers.Where(r => r.Alone != Standing.Never).ToArray();
        Digits = new ShapeTable(alone.Where(r => r.Shape.IsDigits && r.Checksum != Checksum.Card));
        Mixed = new ShapeTable(alone.Where(r => !r.Shape.IsDigits));
    }

    public static Lexicon Instance => Loaded.Value;

    public ShapeTable Cards { get; }

    /// <summary>Forms of digits only that count without a cue.</summary>
    public ShapeTable Digits { get; }

    /// <summary>Forms with letters that count without a cue.</summary>
    public ShapeTable Mixed { get; }

    public WordTable Words => _words;

    public PhraseTree Phrases => _phrases;

    /// <summary>Phrases that are themselves what a policy may hide.</summary>
    public PhraseTree Terms { get; }

    public ushort Find(ulong key) => Look(key).Lex;

    public LexiconWord Look(ulong key) => _words.Look(key);

    /// <summary>The word alone is a cue.</summary>
    public bool IsCue(ushort lex) => _cues[lex];

    /// <summary>The word matters only as the first of a longer cue.</summary>
    public bool IsOnlyHead(ushort lex) => _heads[lex];

    public WordRole RolesOf(ushort lex) => _roles[lex];

    public bool Is(ushort lex, WordRole role) => (_roles[lex] & role) != 0;

    public int ValueOf(ushort lex) => _values[lex];

    public LengthRule LengthOf(EntityType type) => _lengths[(int)type];

    public SpeakerRole SpeakerOf(ushort lex) =>
        Is(lex, WordRole.Agent) ? SpeakerRole.Agent : Is(lex, WordRole.Caller) ? SpeakerRole.Caller : SpeakerRole.Unknown;

    private static WordHints HintsOf(WordRole roles) =>
        ((roles & WordRole.Noted) != 0 ? WordHints.Noted : 0) | ((roles & WordRole.Judged) != 0 ? WordHints.Judged : 0) | ((roles & WordRole.FirstName) != 0 ? WordHints.Name : 0);
}
