using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Orchestrator.Core.Redaction.Language;

/// <summary>
/// Reads the data files (README beside the engine). A broken file is a fault of the build, so it throws at first use.
/// </summary>
internal static class LexiconLoader
{
    private const string Folder = ".Redaction.Data.";

    public static Lexicon LoadEmbedded()
    {
        var builder = new LexiconBuilder();
        var assembly = typeof(LexiconLoader).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.Contains(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var file = JsonDocument.Parse(stream, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
            Load(builder, file.RootElement);
        }

        return new Lexicon(builder);
    }

    public static void Load(LexiconBuilder builder, JsonElement file)
    {
        foreach (var section in file.EnumerateObject())
        {
            switch (section.Name)
            {
                case "words":
                    foreach (var role in section.Value.EnumerateObject()) LoadWords(builder, Enum.Parse<WordRole>(role.Name), role.Value);
                    break;
                case "cues":
                    foreach (var cue in section.Value.EnumerateObject()) LoadCues(builder, cue);
                    break;
                case "terms":
                    foreach (var terms in section.Value.EnumerateObject())
                    {
                        foreach (var term in terms.Value.EnumerateArray()) builder.Term(term.GetString()!, TypeOf(terms.Name));
                    }

                    break;
                case "lengths":
                    foreach (var rule in section.Value.EnumerateObject()) builder.Lengths[(int)TypeOf(rule.Name)] = LengthOf(rule.Value);
                    break;
                case "shapes":
                    foreach (var shape in section.Value.EnumerateArray()) LoadShape(builder, shape);
                    break;
                case "about":
                    break;
                default:
                    throw new FormatException($"A data file has no section '{section.Name}'.");
            }
        }
    }

    /// <summary>Words parted by spaces, each with an optional value: <c>one=1</c>, <c>alpha=a</c>.</summary>
    private static void LoadWords(LexiconBuilder builder, WordRole role, JsonElement lists)
    {
        foreach (var list in lists.ValueKind == JsonValueKind.Array ? lists.EnumerateArray().Select(item => item.GetString()!) : [lists.GetString()!])
        {
            foreach (var written in list.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var cut = written.IndexOf('=', 1);
                if (cut < 0) builder.Word(written, role);
                else builder.Word(written[..cut], role, ValueOf(written[(cut + 1)..]));
            }
        }
    }

    private static int ValueOf(string written) => int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : written[0];

    private static void LoadCues(LexiconBuilder builder, JsonProperty cues)
    {
        var cue = EntityTypes.TryParse(cues.Name, out var type) ? new Cue(CueKind.Value, type) : new Cue(Enum.Parse<CueKind>(cues.Name), default);
        foreach (var phrase in cues.Value.EnumerateArray()) builder.Phrase(phrase.GetString()!, cue);
    }

    private static LengthRule LengthOf(JsonElement rule) => new(rule[0].GetInt32(), rule[1].GetInt32(), rule.GetArrayLength() > 2);

    private static void LoadShape(LexiconBuilder builder, JsonElement shape)
    {
        var type = TypeOf(shape.GetProperty("type").GetString()!);
        var checksum = shape.TryGetProperty("check", out var check) ? Enum.Parse<Checksum>(check.GetString()!) : Checksum.None;
        var alone = shape.TryGetProperty("alone", out var standing) ? Enum.Parse<Standing>(standing.GetString()!) : Standing.Never;
        var score = shape.TryGetProperty("score", out var given) ? given.GetDouble() : 0.8;
        var groups = shape.TryGetProperty("groups", out var grouped) ? grouped.GetString()!.Split(' ').Select(Grouping.Parse).ToArray() : [];
        foreach (var form in shape.GetProperty("forms").EnumerateArray())
            builder.Recognisers.Add(new Recogniser(shape.GetProperty("name").GetString()!, type, Shape.Parse(form.GetString()!), checksum, alone, groups, score));
    }

    private static EntityType TypeOf(string name) => EntityTypes.TryParse(name, out var type) ? type : throw new FormatException($"No type '{name}'.");
}
