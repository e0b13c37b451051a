namespace Orchestrator.Core.Messaging.Twilio;

/// <summary>An address as text, byte for byte: parsing it into a <see cref="Uri"/> and back could change what was signed.</summary>
internal static class SignedUrl
{
    public static string WithoutFragment(string url) => url.Split('#', 2)[0];

    /// <summary>The address as it stands, without a port, and with the scheme's default port where it has none.</summary>
    public static IEnumerable<string> Variants(string url)
    {
        var plain = WithoutFragment(url);
        var host = plain.IndexOf("://", StringComparison.Ordinal) + 3;
        if (host < 3)
            return [plain];
        var end = plain.AsSpan(host).IndexOfAny('/', '?') is >= 0 and var length ? host + length : plain.Length;
        var colon = plain.LastIndexOf(':', end - 1, end - host);
        // The colons inside an IPv6 address are before its bracket.
        if (colon > plain.LastIndexOf(']', end - 1, end - host))
            return [plain, plain.Remove(colon, end - colon)];
        var port = plain.StartsWith("https:", StringComparison.OrdinalIgnoreCase) ? ":443" : ":80";
        return [plain, plain.Insert(end, port)];
    }

    public static string? QueryValue(string url, string name)
    {
        var query = WithoutFragment(url).Split('?', 2) is [_, var text] ? text : "";
        var pair = query.Split('&').Select(part => part.Split('=', 2)).FirstOrDefault(part => part[0] == name);
        return pair is [_, var value] ? Uri.UnescapeDataString(value) : null;
    }
}
