using System.Globalization;
using System.Text.RegularExpressions;
using MudBlazor.Utilities;
using Orchestrator.Web.Components.Layout;
using Xunit;

namespace Orchestrator.Web.Tests.Components;

/// <summary>The tokens of portal.css: readable in both themes, and the same as the component library's.</summary>
public sealed partial class ThemeTests
{
    private static readonly (string Text, string Ground)[] s_pairs =
    [
        ("ink", "page"), ("ink", "surface"), ("muted", "page"), ("muted", "surface"), ("muted", "sunken"), ("primary", "surface"), ("primary", "page"),
        ("primary", "primary-soft"), ("on-primary", "primary"), ("amber", "amber-soft"), ("blue", "blue-soft"), ("green", "green-soft"),
        ("coral", "coral-soft"), ("grey", "grey-soft"), ("red", "red-soft"), ("red", "surface"), ("coral", "surface"), ("amber", "surface"),
    ];

    public static TheoryData<string> Shades => ["light", "dark"];

    [Theory]
    [MemberData(nameof(Shades))]
    public void Text_OnItsGround_HasAContrastOfFourAndAHalf(string shade)
    {
        var tokens = Tokens(shade);

        Assert.All(s_pairs, pair =>
        {
            var contrast = Contrast(tokens[pair.Text], tokens[pair.Ground]);
            Assert.True(contrast >= 4.5, $"{pair.Text} on {pair.Ground} is {contrast:0.00} in {shade}.");
        });
    }

    [Theory]
    [MemberData(nameof(Shades))]
    public void Tokens_OfTheComponentLibrary_AreThePages(string shade)
    {
        var tokens = Tokens(shade);
        MudBlazor.Palette palette = shade == "dark" ? PortalTheme.Mud.PaletteDark : PortalTheme.Mud.PaletteLight;

        Assert.Equal(
            [tokens["primary"], tokens["page"], tokens["surface"], tokens["line"], tokens["ink"], tokens["muted"], tokens["blue"], tokens["green"], tokens["amber"], tokens["red"]],
            [
                Hex(palette.Primary), Hex(palette.Background), Hex(palette.Surface), Hex(palette.LinesDefault), Hex(palette.TextPrimary), Hex(palette.TextSecondary),
                Hex(palette.Info), Hex(palette.Success), Hex(palette.Warning), Hex(palette.Error),
            ]);
    }

    private static string Hex(MudColor color) => color.ToString(MudColorOutputFormats.Hex).ToUpperInvariant();

    private static Dictionary<string, string> Tokens(string shade)
    {
        var css = File.ReadAllText(Path.Combine(Root(), "src", "Orchestrator.Web", "wwwroot", "portal.css"));
        var light = Token().Matches(Block(css, ":root {")).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
        if (shade == "dark")
        {
            foreach (Match match in Token().Matches(Block(css, ":root[data-shade=\"dark\"] {")))
                light[match.Groups[1].Value] = match.Groups[2].Value;
        }
        return light;
    }

    private static string Block(string css, string selector)
    {
        var start = css.IndexOf(selector, StringComparison.Ordinal);
        return css[start..css.IndexOf('}', start)];
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Orchestrator.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException("The repository's root is not above the tests.");
    }

    private static double Contrast(string one, string other)
    {
        double[] light = [Luminance(one), Luminance(other)];
        return (light.Max() + 0.05) / (light.Min() + 0.05);
    }

    private static double Luminance(string hex)
    {
        double Channel(int at)
        {
            var value = int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }
        return 0.2126 * Channel(1) + 0.7152 * Channel(3) + 0.0722 * Channel(5);
    }

    [GeneratedRegex("--([a-z-]+): (#[0-9A-F]{6})")]
    private static partial Regex Token();
}
