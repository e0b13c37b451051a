namespace Orchestrator.Core.Scheduling.Spoken;

/// <summary>A place in the terms of a phrase; rules read on from it and go back when they do not fit.</summary>
internal sealed class TermCursor(IReadOnlyList<Term> terms)
{
    private static readonly Term Nothing = new(TermKind.Filler);

    public int At { get; set; }

    public int Count => terms.Count;

    public bool IsAtEnd => At >= terms.Count;

    public Term Current => Peek(0);

    public Term Peek(int ahead) => At + ahead >= 0 && At + ahead < terms.Count ? terms[At + ahead] : Nothing;

    public bool Is(TermKind kind, int ahead = 0) => At + ahead >= 0 && At + ahead < terms.Count && terms[At + ahead].Kind == kind;

    public bool Accept(TermKind kind)
    {
        if (!Is(kind)) return false;
        At++;
        return true;
    }

    public bool AcceptAny(params ReadOnlySpan<TermKind> kinds)
    {
        foreach (var kind in kinds)
        {
            if (Accept(kind)) return true;
        }

        return false;
    }

    public void Skip(params ReadOnlySpan<TermKind> kinds)
    {
        while (AcceptAny(kinds))
        {
        }
    }

    /// <summary>Runs a rule; when it finds nothing the cursor is where it was.</summary>
    public T? Try<T>(Func<T?> rule)
        where T : class
    {
        var start = At;
        var found = rule();
        if (found is null) At = start;
        return found;
    }
}
