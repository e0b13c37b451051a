namespace Orchestrator.Web.Components.Shared;

/// <summary>The icons, drawn for a grid of twenty with one line width.</summary>
public static class IconPaths
{
    private static readonly Dictionary<string, string> s_paths = new(StringComparer.Ordinal)
    {
        ["sun"] = """<circle cx="10" cy="10" r="3.4"/><path d="M10 2.2v1.9M10 15.9v1.9M2.2 10h1.9M15.9 10h1.9M4.5 4.5l1.3 1.3M14.2 14.2l1.3 1.3M4.5 15.5l1.3-1.3M14.2 5.8l1.3-1.3"/>""",
        ["moon"] = """<path d="M16.8 11.7A7 7 0 0 1 8.3 3.2a7 7 0 1 0 8.5 8.5Z"/>""",
        ["screen"] = """<rect x="2.8" y="3.6" width="14.4" height="10" rx="1.8"/><path d="M7.2 16.8h5.6M10 13.6v3.2"/>""",
        ["hourglass"] = """<path d="M5.6 2.8h8.8M5.6 17.2h8.8M6.6 2.8v2.6c0 2.4 3.4 3.1 3.4 4.6s-3.4 2.2-3.4 4.6v2.6M13.4 2.8v2.6c0 2.4-3.4 3.1-3.4 4.6s3.4 2.2 3.4 4.6v2.6"/>""",
        ["phone"] = """<path d="M6.9 3.1 4.4 3.6c-.8.2-1.3.9-1.2 1.7.7 6 5.5 10.8 11.5 11.5.8.1 1.5-.4 1.7-1.2l.5-2.5-3.5-1.7-1.6 1.6a11 11 0 0 1-4.8-4.8l1.6-1.6-1.7-3.5Z"/>""",
        ["play"] = """<circle cx="10" cy="10" r="7.2"/><path d="M8.4 7.2v5.6l4.4-2.8-4.4-2.8Z"/>""",
        ["eraser"] = """<path d="m8 16.4-4.3-4.3a1.6 1.6 0 0 1 0-2.3l6.1-6.1a1.6 1.6 0 0 1 2.3 0l4.2 4.2a1.6 1.6 0 0 1 0 2.3L10 16.4H8ZM6.8 6.9l6.3 6.3M9.6 16.6h7.2"/>""",
        ["key"] = """<circle cx="6.6" cy="13.4" r="3.6"/><path d="m9.2 10.8 7.4-7.4M13.4 6.6l2.4 2.4M11.2 8.8l1.6 1.6"/>""",
        ["people"] = """<circle cx="7.6" cy="6.8" r="3"/><path d="M2.4 16.6c.3-3 2.4-4.6 5.2-4.6s4.9 1.6 5.2 4.6M13.2 4.2a3 3 0 0 1 0 5.2M14.8 12.4c1.7.6 2.7 2 2.9 4.2"/>""",
        ["chain"] = """<path d="M8.4 11.6a3.2 3.2 0 0 0 4.6 0l2.8-2.8a3.2 3.2 0 0 0-4.6-4.6l-1 1M11.6 8.4a3.2 3.2 0 0 0-4.6 0l-2.8 2.8a3.2 3.2 0 0 0 4.6 4.6l1-1"/>""",
        ["building"] = """<path d="M4 17.2V4.4c0-.8.6-1.4 1.4-1.4h5.4c.8 0 1.4.6 1.4 1.4v12.8M12.2 8.2h2.4c.8 0 1.4.6 1.4 1.4v7.6M2.4 17.2h15.2M6.8 6.4h2.6M6.8 9.6h2.6M6.8 12.8h2.6"/>""",
        ["pulse"] = """<path d="M2.4 10.6h3.2L7.8 4.4l4.2 11.2 2.2-5h3.4"/>""",
        ["search"] = """<circle cx="8.8" cy="8.8" r="5.4"/><path d="m12.8 12.8 4.4 4.4"/>""",
        ["menu"] = """<path d="M3.2 5.4h13.6M3.2 10h13.6M3.2 14.6h13.6"/>""",
        ["close"] = """<path d="m5 5 10 10M15 5 5 15"/>""",
        ["check"] = """<path d="m4 10.6 3.9 3.9L16 6.2"/>""",
        ["chevron-down"] = """<path d="m5.4 7.8 4.6 4.6 4.6-4.6"/>""",
        ["chevron-right"] = """<path d="m7.8 5.4 4.6 4.6-4.6 4.6"/>""",
        ["lock"] = """<rect x="4" y="8.8" width="12" height="8.2" rx="1.8"/><path d="M6.8 8.8V6.2a3.2 3.2 0 0 1 6.4 0v2.6"/>""",
        ["compass"] = """<circle cx="10" cy="10" r="7.2"/><path d="m12.9 7.1-1.7 4.1-4.1 1.7 1.7-4.1 4.1-1.7Z"/>""",
        ["message"] = """<path d="M4.6 3.6h10.8c.9 0 1.6.7 1.6 1.6v6.6c0 .9-.7 1.6-1.6 1.6H9.6L6 16.8v-3.4H4.6c-.9 0-1.6-.7-1.6-1.6V5.2c0-.9.7-1.6 1.6-1.6Z"/>""",
        ["message-check"] = """<path d="M4.6 3.6h10.8c.9 0 1.6.7 1.6 1.6v6.6c0 .9-.7 1.6-1.6 1.6H9.6L6 16.8v-3.4H4.6c-.9 0-1.6-.7-1.6-1.6V5.2c0-.9.7-1.6 1.6-1.6ZM7.2 8.6l2 2 3.6-3.8"/>""",
        ["hand"] = """<path d="M6.6 10.4V5.2a1.2 1.2 0 0 1 2.4 0v4M9 9V3.8a1.2 1.2 0 0 1 2.4 0V9M11.4 9.2V5a1.2 1.2 0 0 1 2.4 0v6.4M6.6 10.4 5.4 9.2a1.3 1.3 0 0 0-1.9 1.7l3.2 4.6a4 4 0 0 0 3.2 1.7 3.9 3.9 0 0 0 3.9-3.9V11"/>""",
        ["calendar-check"] = """<rect x="3" y="4.4" width="14" height="12.6" rx="1.8"/><path d="M3 8.2h14M6.8 2.6v3.2M13.2 2.6v3.2M7.6 12.4l1.8 1.8 3.2-3.4"/>""",
        ["user-check"] = """<circle cx="8" cy="6.8" r="3"/><path d="M2.8 16.6c.3-3 2.4-4.6 5.2-4.6 1.2 0 2.2.3 3.1.8M12.6 14.8l1.8 1.8 3.2-3.4"/>""",
        ["user-minus"] = """<circle cx="8" cy="6.8" r="3"/><path d="M2.8 16.6c.3-3 2.4-4.6 5.2-4.6 1.2 0 2.2.3 3.1.8M12.8 15h4.8"/>""",
        ["undo"] = """<path d="M7 4.4 3.4 8 7 11.6M3.6 8h8.2a4.4 4.4 0 0 1 0 8.8H8.6"/>""",
        ["clock"] = """<circle cx="10" cy="10" r="7.2"/><path d="M10 5.8V10l2.8 1.8"/>""",
        ["alert"] = """<path d="M10 3.2 17.4 16H2.6L10 3.2ZM10 8.2v3.6M10 14h0"/>""",
        ["info"] = """<circle cx="10" cy="10" r="7.2"/><path d="M10 9.2v4.4M10 6.4h0"/>""",
        ["question"] = """<circle cx="10" cy="10" r="7.2"/><path d="M7.9 8a2.1 2.1 0 1 1 3.2 1.8c-.7.5-1.1.9-1.1 1.8M10 14h0"/>""",
        ["refresh"] = """<path d="M16.4 8.2A6.8 6.8 0 0 0 4 7M3.6 11.8A6.8 6.8 0 0 0 16 13M4 3.4V7h3.6M16 16.6V13h-3.6"/>""",
        ["send"] = """<path d="M17 3 8.8 11.2M17 3l-5.2 14-3-5.8L3 8.2 17 3Z"/>""",
        ["out"] = """<path d="M12.4 13.6v1.8c0 .9-.7 1.6-1.6 1.6H5c-.9 0-1.6-.7-1.6-1.6V4.6C3.4 3.7 4.1 3 5 3h5.8c.9 0 1.6.7 1.6 1.6v1.8M8.2 10h8.6M14.2 7.4l2.6 2.6-2.6 2.6"/>""",
        ["plus"] = """<path d="M10 4v12M4 10h12"/>""",
        ["minus"] = """<path d="M4 10h12"/>""",
        ["filter"] = """<path d="M3 5h14M5.6 10h8.8M8.2 15h3.6"/>""",
        ["rows"] = """<path d="M3.2 4.6h13.6M3.2 8.2h13.6M3.2 11.8h13.6M3.2 15.4h13.6"/>""",
        ["copy"] = """<rect x="7" y="7" width="10" height="10" rx="1.8"/><path d="M13 7V4.8C13 3.8 12.2 3 11.2 3H4.8C3.8 3 3 3.8 3 4.8v6.4c0 1 .8 1.8 1.8 1.8H7"/>""",
        ["download"] = """<path d="M10 3v9.4M6.4 9l3.6 3.6L13.6 9M3.4 16.6h13.2"/>""",
        ["user"] = """<circle cx="10" cy="6.8" r="3.2"/><path d="M4 17c.3-3.2 2.8-5 6-5s5.7 1.8 6 5"/>""",
    };

    public static IReadOnlyCollection<string> Names => s_paths.Keys;

    /// <exception cref="ArgumentException">There is no icon of that name.</exception>
    public static string Of(string name) => s_paths.TryGetValue(name, out var path) ? path : throw new ArgumentException($"There is no icon {name}.", nameof(name));
}
