namespace CoProduce.Web.Ui;

/// <summary>The drawings of the icon set, 24 by 24, in lines.</summary>
public static class Icons
{
    /// <summary>The names of the set, for the style guide.</summary>
    public static IReadOnlyCollection<string> Names => [.. Drawings.Keys];

    private static readonly Dictionary<string, string> Drawings = new(StringComparer.Ordinal)
    {
        ["home"] = """<path d="M4 11.5 12 5l8 6.5"/><path d="M6 10v9h12v-9"/><path d="M10 19v-5h4v5"/>""",
        ["give"] =
            """<path d="M12 11.2c-2.6-2-4-3.2-4-4.9A2.2 2.2 0 0 1 12 5a2.2 2.2 0 0 1 4 1.3c0 1.7-1.4 2.9-4 4.9Z"/><path d="M3 15h3l3.2 1.2c.9.3 1.4 1.6 0 1.9L12 18.5l6-2.4c1.6-.5 2.6 1.3 1.3 2.2L13 21.5l-7-1.5H3Z"/>""",
        ["receive"] =
            """<path d="M12 20.8c-2.6-2-4-3.2-4-4.9a2.2 2.2 0 0 1 4-1.3 2.2 2.2 0 0 1 4 1.3c0 1.7-1.4 2.9-4 4.9Z"/><path d="M4 4v3.5A4.5 4.5 0 0 0 8.5 12"/><path d="M20 4v3.5A4.5 4.5 0 0 1 15.5 12"/><path d="M12 3v7"/><path d="m9.5 7.8 2.5 2.4 2.5-2.4"/>""",
        ["ask"] = """<path d="M4 5h16v11h-8.5L7 20v-4H4Z"/><path d="M10 9a2 2 0 1 1 2.7 1.9c-.5.2-.7.5-.7 1.1"/><path d="M12 13.8v.1"/>""",
        ["clock"] = """<circle cx="12" cy="12" r="8.2"/><path d="M12 7.5V12l3 2"/>""",
        ["calendar"] = """<path d="M4 6.5h16V20H4Z"/><path d="M4 10.5h16"/><path d="M8.5 4v4M15.5 4v4"/>""",
        ["statement"] = """<path d="M6 3.5h9l3 3V20.5H6Z"/><path d="M9 10h6M9 13.5h6M9 17h3.5"/>""",
        ["board"] =
            """<path d="M4 4.5h16v12H4Z"/><path d="M7.5 8h4v5h-4ZM14.5 8h2.5M14.5 11h2.5"/><path d="m9 16.5-1.5 4M15 16.5l1.5 4"/>""",
        ["person"] = """<circle cx="12" cy="8" r="3.7"/><path d="M4.8 20c.6-4 3.5-6 7.2-6s6.6 2 7.2 6"/>""",
        ["people"] =
            """<circle cx="9" cy="8.5" r="3.2"/><path d="M3 19.5c.5-3.6 2.8-5.4 6-5.4s5.5 1.8 6 5.4"/><path d="M15.5 5.6a3.2 3.2 0 0 1 0 5.9"/><path d="M17.5 14.6c2 .7 3.2 2.3 3.5 4.9"/>""",
        ["search"] = """<circle cx="10.8" cy="10.8" r="6.3"/><path d="m15.5 15.5 5 5"/>""",
        ["phone"] =
            """<path d="M6 4h3.2l1.6 4.2-2 1.6a12 12 0 0 0 5.4 5.4l1.6-2 4.2 1.6V18a2 2 0 0 1-2.2 2A15.8 15.8 0 0 1 4 6.2 2 2 0 0 1 6 4Z"/>""",
        ["message"] = """<path d="M4 5.5h16v11H11L7 20v-3.5H4Z"/><path d="M8 9.5h8M8 12.5h5"/>""",
        ["mail"] = """<path d="M3.5 6h17v12.5h-17Z"/><path d="m4 6.5 8 6.5 8-6.5"/>""",
        ["done"] = """<path d="m4.5 12.5 5 5 10-11"/>""",
        ["no"] = """<path d="m6 6 12 12M18 6 6 18"/>""",
        ["info"] = """<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5.5M12 7.7v.1"/>""",
        ["warning"] = """<path d="M12 4 21 19.5H3Z"/><path d="M12 10v4.5M12 17v.1"/>""",
        ["next"] = """<path d="M5 12h14M13.5 6.5 19 12l-5.5 5.5"/>""",
        ["back"] = """<path d="M19 12H5M10.5 6.5 5 12l5.5 5.5"/>""",
        ["undo"] = """<path d="M8.5 5 4.5 9l4 4"/><path d="M4.5 9h9.5a5.5 5.5 0 0 1 0 11H9"/>""",
        ["add"] = """<path d="M12 5v14M5 12h14"/>""",
        ["change"] = """<path d="M14.5 6 18 9.5 8.5 19H5v-3.5Z"/><path d="m12.5 8 3.5 3.5"/>""",
        ["print"] = """<path d="M7 9V4h10v5"/><path d="M7 17H4V9h16v8h-3"/><path d="M7 14h10v6H7Z"/>""",
        ["download"] = """<path d="M12 4v11M7.5 11 12 15.5 16.5 11"/><path d="M4.5 19.5h15"/>""",
        ["chart"] = """<path d="M4 20h16"/><path d="M6.5 20v-6M12 20V5M17.5 20v-9"/>""",
        ["settings"] = """<path d="M4 7h9M17 7h3M4 17h3M11 17h9"/><circle cx="15" cy="7" r="2"/><circle cx="9" cy="17" r="2"/>""",
        ["menu"] = """<path d="M4 7h16M4 12h16M4 17h16"/>""",
        ["key"] = """<circle cx="8" cy="15" r="4"/><path d="m11 12 8.5-8.5M16 7l3 3"/>""",
        ["gift"] =
            """<path d="M4.5 11h15v9h-15ZM3.5 7.5h17V11h-17ZM12 7.5V20"/><path d="M12 7.5c-4 0-5-4-2.8-4S12 7.5 12 7.5Zm0 0c4 0 5-4 2.8-4S12 7.5 12 7.5Z"/>""",
        ["pot"] =
            """<path d="M5 10h14l-1 9a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 6 19Z"/><path d="M3.5 10h17"/><path d="M12 7V3.5M9 7l-.5-2M15 7l.5-2"/>""",
        ["paper"] = """<path d="M6 3.5h12v17H6Z"/><path d="M9 8h6M9 12h6M9 16h3"/>""",
        ["globe"] =
            """<circle cx="12" cy="12" r="8.5"/><path d="M3.5 12h17M12 3.5c3 2.5 3.5 5.5 3.5 8.5s-.5 6-3.5 8.5c-3-2.5-3.5-5.5-3.5-8.5S9 6 12 3.5Z"/>""",
        ["look"] = """<circle cx="12" cy="12" r="8.5"/><path d="M12 3.5v17"/><path d="M12 7h6.5M12 11h8.3M12 15h7.8M12 18.5h5"/>""",
        ["place"] = """<path d="M12 21s-6.5-6-6.5-11a6.5 6.5 0 0 1 13 0c0 5-6.5 11-6.5 11Z"/><circle cx="12" cy="10" r="2.3"/>""",
        ["shield"] = """<path d="M12 3.5 19 6v5.5c0 4.5-3 7.5-7 9-4-1.5-7-4.5-7-9V6Z"/><path d="m9 12 2.2 2.2L15.2 10"/>""",
        ["swap"] = """<path d="M4 8.5h14M14.5 5 18 8.5 14.5 12"/><path d="M20 15.5H6M9.5 12 6 15.5 9.5 19"/>""",
        ["out"] = """<path d="M13 4H5v16h8"/><path d="M10 12h10M16.5 8.5 20 12l-3.5 3.5"/>""",
        ["desk"] = """<path d="M3 13h18"/><path d="M5 13v7M19 13v7"/><path d="M9 13V6h8v7"/><path d="M5.5 13V9.5"/>""",
    };

    /// <summary>The lines of one icon.</summary>
    /// <exception cref="ArgumentException">There is no icon of that name.</exception>
    public static string Drawing(string name) =>
        Drawings.GetValueOrDefault(name) ?? throw new ArgumentException($"No icon is called '{name}'.", nameof(name));
}
