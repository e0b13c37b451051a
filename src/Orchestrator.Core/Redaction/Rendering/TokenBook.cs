using System.Globalization;

namespace Orchestrator.Core.Redaction.Rendering;

/// <summary>The numbers of a call's tokens: one value, one number.</summary>
internal sealed class TokenBook
{
    private readonly Dictionary<(EntityType Type, string Key), string> _tokens = [];
    private readonly int[] _next = new int[EntityTypes.Count];

    public string TokenOf(EntityType type, string key)
    {
        if (_tokens.TryGetValue((type, key), out var token)) return token;
        token = string.Create(CultureInfo.InvariantCulture, $"[{type.TokenName()}_{++_next[(int)type]}]");
        _tokens.Add((type, key), token);
        return token;
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
}
