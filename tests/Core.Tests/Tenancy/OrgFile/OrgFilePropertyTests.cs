using System.Text.Json.Nodes;
using CsCheck;
using NodaTime;
using Orchestrator.Core.Scheduling;
using Orchestrator.Core.Tenancy;
using Xunit;

namespace Orchestrator.Core.Tests.Tenancy;

public sealed class OrgFilePropertyTests
{
    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1", "60", "1440", "2147483648", "1e400", "1.5", "\"\"", "\" \"", "\"x\"", "\"main\"", "\"ada\"", "\"00:00\"", "\"23:59\"", "\"0001-01-01\"",
        "\"9998-12-31\"", "\"9998-12-31T23:59\"", "\"-9998-01-01T00:00\"", "\"9999-12-31T23:59:59Z\"", "\"2199-12-31T23:59:59+14:00\"", "[]", "{}", "[[]]", "[{}]", "[null]", "\"\\u0000\"",
        "\"Pacific/Apia\"", "\"America/Havana\"", "\"****abcd\"",
    ];

    private static readonly string[] Paths = [.. Nodes(OrgFileSample.Json(), "$")];

    private static readonly string[][] Kinds =
    [
        ["0", "1", "5", "14", "20", "60", "120", "1440", "3650"],
        ["\"00:00\"", "\"02:30\"", "\"09:00\"", "\"12:15\"", "\"23:59\""],
        ["\"1900-01-01\"", "\"2027-03-14\"", "\"2026-11-24\"", "\"9998-12-31\""],
        ["\"-9998-01-01T00:00\"", "\"1900-01-01T00:00\"", "\"2026-12-01T12:07\"", "\"9998-12-31T23:59\"", "\"9999-12-31T23:59\""],
        ["\"Europe/London\"", "\"Pacific/Apia\"", "\"America/Havana\"", "\"America/New_York\""],
        ["\"MO\"", "\"SU\""],
        ["true", "false"],
    ];

    private static readonly (string Path, string[] Values)[] Leaves =
        [.. from path in Paths let kind = KindOf(path) where kind is not null && !path.Contains(".existing", StringComparison.Ordinal) select (path, kind)];

    [Fact]
    public void Read_OtherValuesOfTheSameKind_GivesAFileThatWorks()
    {
        var read = 0;

        Gen.OneOf(Leaves).SelectMany(leaf => Gen.OneOf(leaf.Values).Select(value => (leaf.Path, value))).Array[1, 4].Sample(
            changes =>
            {
                var json = OrgFileSample.Json();
                json.Remove("existing");
                foreach (var (path, value) in changes)
                    Spoil(json, path, value);
                if (!OrgFileSample.Read(json).TryGet(out var file, out _))
                    return;

                Interlocked.Increment(ref read);
                Use(file);
            },
            iter: 250);

        Assert.InRange(read, 50, 250);
    }

    [Fact]
    public void Read_SpoiltAtRandom_RefusesOrGivesAFileThatWorks() => Gen.Select(Gen.OneOf(Paths), Gen.OneOf(Values)).Array[1, 4].Sample(
        changes =>
        {
            var json = OrgFileSample.Json();
            foreach (var (path, value) in changes)
                Spoil(json, path, value);

            var result = OrgFileSample.Read(json);

            Assert.True(result.IsSuccess || result.Refusal.All.Length > 0);
            if (result.IsSuccess)
                Use(result.Value);
        },
        iter: 500);

    private static void Use(OrgFile file)
    {
        var written = OrgFileWriter.Write(file);
        Assert.Equal(written, OrgFileWriter.Write(OrgFileReader.Read(written, OrgFileSample.Now).Value));

        var ids = new Dictionary<(OrgFileKind, string), Guid>();
        Guid IdOf(OrgFileKind kind, string key) => ids.TryGetValue((kind, key), out var known) ? known : ids[(kind, key)] = Guid.CreateVersion7();
        var finder = new SlotFinder(file.ToSchedule(IdOf));
        foreach (var service in finder.Schedule.Services)
        {
            var query = new SlotQuery { ServiceId = service.Id, From = LocalDate.MinIsoValue, To = LocalDate.MaxIsoValue, Limit = 50, Now = OrgFileSample.Now };
            foreach (var slot in finder.Search(query, BusyCalendar.Empty))
                Assert.True(finder.Check(slot.Start.ToInstant(), service.Id, null, BusyCalendar.Empty, OrgFileSample.Now).IsLegal);
        }
    }

    /// <summary>Replaces what is there; a path that an earlier change took away stays away.</summary>
    private static void Spoil(JsonObject json, string path, string value)
    {
        try
        {
            var (parent, key) = OrgFileSample.Find(json, path);
            if (key[0] == '[')
                parent[int.Parse(key[1..^1], null)] = JsonNode.Parse(value);
            else
                parent[key] = JsonNode.Parse(value);
        }
        catch (Exception gone) when (gone is InvalidOperationException or NullReferenceException or ArgumentOutOfRangeException)
        {
        }
    }

    private static string[]? KindOf(string path)
    {
        var (parent, key) = OrgFileSample.Find(OrgFileSample.Json(), path);
        var text = (key[0] == '[' ? parent[int.Parse(key[1..^1], null)] : parent[key])!.ToJsonString();
        return Array.Find(Kinds, kind => kind.Any(value => Shape(value) == Shape(text)));
    }

    /// <summary>Two values of one shape can stand for each other: numbers, days, zones, or texts with digits in the same places.</summary>
    private static string Shape(string value) => value switch
    {
        "true" or "false" => "flag",
        ['"', _, _, '"'] => "day",
        ['"', ..] when value.Contains('/', StringComparison.Ordinal) => "zone",
        ['"', ..] => string.Concat(value.Select(letter => char.IsAsciiDigit(letter) ? '0' : letter)),
        _ => value.All(char.IsAsciiDigit) ? "number" : "other",
    };

    private static IEnumerable<string> Nodes(JsonNode? node, string path) => node switch
    {
        JsonObject item => item.SelectMany(pair => Nodes(pair.Value, $"{path}.{pair.Key}").Prepend($"{path}.{pair.Key}")),
        JsonArray list => list.SelectMany((item, i) => Nodes(item, $"{path}[{i}]").Prepend($"{path}[{i}]")),
        _ => [],
    };
}
