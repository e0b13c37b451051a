using MudBlazor;

namespace Orchestrator.Web.Components.Layout;

/// <summary>
/// The component library's half of the look. Colours are named here once more for what computes with them (charts, contrast
/// tests); on the page, <c>portal.css</c> decides, so that a theme changes without asking the server. A test holds the two together.
/// </summary>
public static class PortalTheme
{
    private static readonly string[] s_fonts = ["Inter", "system-ui", "sans-serif"];

    public static MudTheme Mud { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#0B6E76", Background = "#F5F7F9", Surface = "#FFFFFF", LinesDefault = "#DDE4EA", TextPrimary = "#10233A", TextSecondary = "#56677A",
            Info = "#1F5FBF", Success = "#17703F", Warning = "#8A5A00", Error = "#B42318",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#4FC3C7", Background = "#0D151E", Surface = "#141F2B", LinesDefault = "#263444", TextPrimary = "#E6EDF4", TextSecondary = "#93A4B5",
            Info = "#7FB2F5", Success = "#63C892", Warning = "#E5B454", Error = "#F28B82",
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "10px", AppbarHeight = "56px", DrawerWidthLeft = "220px" },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = s_fonts, FontSize = "14px", LineHeight = "1.45", LetterSpacing = "0" },
            H1 = new H1Typography { FontFamily = s_fonts, FontSize = "28px", FontWeight = "600", LetterSpacing = "-0.02em" },
            H2 = new H2Typography { FontFamily = s_fonts, FontSize = "20px", FontWeight = "600", LetterSpacing = "-0.01em" },
            H6 = new H6Typography { FontFamily = s_fonts, FontSize = "16px", FontWeight = "600", LetterSpacing = "0" },
            Body1 = new Body1Typography { FontFamily = s_fonts, FontSize = "14px", LetterSpacing = "0" },
            Body2 = new Body2Typography { FontFamily = s_fonts, FontSize = "13px", LetterSpacing = "0" },
            Button = new ButtonTypography { FontFamily = s_fonts, FontSize = "14px", FontWeight = "550", TextTransform = "none", LetterSpacing = "0" },
        },
    };
}
