namespace Orchestrator.Core.Redaction.Language;

/// <summary>A word's index in the lexicon, 0 for one that it does not have.</summary>
internal readonly record struct LexiconWord(ushort Lex, WordHints Hints);
