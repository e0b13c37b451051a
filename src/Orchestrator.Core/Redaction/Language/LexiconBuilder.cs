using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction.Language;

/// <summary>Gathers what the data files say; a later file adds to what an earlier one said.</summary>
internal sealed class LexiconBuilder
{
    private readonly Dictionary<WordKey, string> _spellings = [];

    public Dictionary<string, Entry> Words { get; } = [];

    public PhraseTree Phrases { get; } = new();

    public List<Recogniser> Recognisers { get; } = [];

    public PhraseTree Terms { get; } = new();

    public LengthRule[] Lengths { get; } = new LengthRule[EntityTypes.Count];

    public Entry Word(string written, WordRole roles, int value = 0)
    {
        var key = WordKey.Of(written);
        if (!_spellings.TryGetValue(key, out var spelling)) _spellings.Add(key, spelling = written);
        if (!Words.TryGetValue(spelling, out var entry)) Words.Add(spelling, entry = new Entry((ushort)(Words.Count + 1)));
        entry.Roles |= roles;
        if (value != 0) entry.Value = value;
        return entry;
    }

    public void Phrase(string written, Cue cue)
    {
        var words = written.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Word(words[0], WordRole.CueHead);
        // "The code's 482 911": the word with its ending begins the cue as well.
        if (words.Length == 1 && cue.Kind == CueKind.Value && words[0][^1] != 's') Word(words[0] + "s", WordRole.OwnerHead);
        Phrases.Add([.. words.Select(word => Word(word, WordRole.None).Lex)], cue);
    }

    /// <summary>A phrase that is itself what a policy may hide. To be read after all other words.</summary>
    public void Term(string written, EntityType type)
    {
        var words = written.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (var word in words)
        {
            if (!_spellings.ContainsKey(WordKey.Of(word))) Word(word, WordRole.TermOnly);
        }

        Word(words[0], WordRole.TermHead);
        Terms.Add([.. words.Select(word => Word(word, WordRole.None).Lex)], new Cue(CueKind.Value, type));
    }

    public sealed class Entry(ushort lex)
    {
        public ushort Lex { get; } = lex;

        public WordRole Roles { get; set; }

        public int Value { get; set; }
    }
}
