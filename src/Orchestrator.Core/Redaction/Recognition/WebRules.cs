using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>Links, IP and MAC addresses. Works on characters: their marks mean nothing to the other rules.</summary>
internal sealed class WebRules(Scratch scratch)
{
    private const int LongestAddress = 64;

    private int _doneUntil;

    public void Reset() => _doneUntil = 0;

    /// <summary>A link around "://" or after "www.".</summary>
    public void ReadLink(int token)
    {
        var text = scratch.Document.Text;
        var at = scratch.Tokens[token].Start;
        if (at < _doneUntil) return;
        var start = at;
        if (scratch.Tokens[token].Kind == TokenKind.Mark)
        {
            if (!text.AsSpan(at).StartsWith("://")) return;
            while (start > _doneUntil && at - start < 16 && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '+' or '.' or '-')) start--;
            if (start == at) return;
        }
        else if (!text.AsSpan(scratch.Tokens[token].End).StartsWith(".") || !scratch.IsWord(token + 2))
        {
            return;
        }

        var end = scratch.Tokens[token].End;
        while (end < text.Length && CharFold.Kind(text[end]) is not (CharKind.Space or CharKind.NewLine) && text[end] is not ('<' or '>' or '"' or '[' or ']')) end++;
        while (end > at + 3 && text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or '\'') end--;
        if (end <= at + 3) return;
        Hide(start, end, EntityType.Url, "URL:printed");
    }

    /// <summary>An IPv4 address that starts at the number.</summary>
    public bool ReadIpV4(int token)
    {
        if (!scratch.IsMark(token + 1, '.') || token + 6 >= scratch.Tokens.Count || (token > 0 && scratch.Document.IsGlued(token) && scratch.IsMark(token - 1, '.'))) return false;
        for (var i = token; i <= token + 6; i++)
        {
            var isPart = (i - token) % 2 == 0 ? scratch.IsNumber(i) && IsOctet(scratch.Document.TextOf(i)) : scratch.IsMark(i, '.');
            if (!isPart || (i > token && !scratch.Document.IsGlued(i))) return false;
        }

        if (scratch.IsMark(token + 7, '.') && scratch.Document.IsGlued(token + 7) && scratch.IsNumber(token + 8) && scratch.Document.IsGlued(token + 8)) return false;
        Hide(scratch.Tokens[token].Start, scratch.Tokens[token + 6].End, EntityType.IpAddress, "IP_ADDRESS:v4");
        return true;
    }

    /// <summary>An IPv6 or MAC address around the colon (or dash, for MAC).</summary>
    public void ReadColons(int token)
    {
        var text = scratch.Document.Text;
        var at = scratch.Tokens[token].Start;
        if (at < _doneUntil) return;
        int start = at, end = at;
        while (start > _doneUntil && at - start < LongestAddress && IsAddress(text[start - 1])) start--;
        while (end < text.Length && end - at < LongestAddress && IsAddress(text[end])) end++;
        while (end > at && text[end - 1] == ':' && !text.AsSpan(0, end).EndsWith("::")) end--;
        var address = text.AsSpan(start, end - start);
        if (IsMac(address)) Hide(start, end, EntityType.MacAddress, "MAC_ADDRESS:printed");
        else if (IsIpV6(address)) Hide(start, end, EntityType.IpAddress, "IP_ADDRESS:v6");
        else _doneUntil = Math.Max(at + 1, end);
    }

    private static bool IsAddress(char c) => char.IsAsciiHexDigit(c) || c == ':';

    private static bool IsOctet(ReadOnlySpan<char> text) => text.Length <= 3 && byte.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out _);

    private static bool IsMac(ReadOnlySpan<char> address)
    {
        if (address.Length != 17) return false;
        for (var i = 0; i < 17; i++)
        {
            if (i % 3 == 2 ? address[i] != ':' : !char.IsAsciiHexDigit(address[i])) return false;
        }

        return true;
    }

    private static bool IsIpV6(ReadOnlySpan<char> address)
    {
        int groups = 0, run = 0, colons = 0;
        var compressed = address.Contains("::", StringComparison.Ordinal);
        var hasLongGroup = false;
        foreach (var c in address)
        {
            if (c == ':')
            {
                colons++;
                run = 0;
                continue;
            }

            if (run++ == 0) groups++;
            if (run > 4) return false;
            hasLongGroup |= run > 2;
        }

        return compressed ? groups >= 2 && colons >= 3 && hasLongGroup : groups is >= 8 and <= 9;
    }

    private void Hide(int start, int end, EntityType type, string reason)
    {
        _doneUntil = end;
        scratch.Candidates.Add(new Candidate(start, end, type, RedactionLayer.Shape, reason, 0.98f));
    }
}
