using Orchestrator.Core.Redaction.Language;
using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>Words that are themselves what a policy hides, such as clinical terms: the longest phrase at each place.</summary>
internal sealed class TermRules(Scratch scratch)
{
    public void Judge(RedactionPolicy policy)
    {
        for (var i = 0; i < scratch.Tokens.Count; i++)
        {
            if (scratch.Is(i, WordRole.TermHead) && Read(i, out var type) is var last && last >= i && policy.Hides(type))
            {
                scratch.Hide(i, last, type, RedactionLayer.Shape, Reasons.Term(type), 0.8);
                i = last;
            }
        }
    }

    private int Read(int token, out EntityType type)
    {
        var terms = scratch.Lexicon.Terms;
        int node = 0, last = -1;
        type = default;
        for (var at = token; scratch.IsWord(at) && !(at > token && scratch.Tokens[at].Has(TokenFlags.NewLine)); at++)
        {
            var lex = scratch.Tokens[at].Lex;
            if (lex == 0 || (node = terms.Step(node, lex)) == 0) break;
            if (terms.EndOf(node) is not { } term) continue;
            (last, type) = (at, term.Type);
        }

        return last;
    }
}
