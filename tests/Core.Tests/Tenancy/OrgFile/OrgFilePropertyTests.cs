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
        iter: 1500);

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

    private static IEnumerable<string> Nodes(JsonNode? node, string path) => node switch
    {
        JsonObject item => item.SelectMany(pair => Nodes(pair.Value, $"{path}.{pair.Key}").Prepend($"{path}.{pair.Key}")),
        JsonArray list => list.SelectMany((item, i) => Nodes(item, $"{path}[{i}]").Prepend($"{path}[{i}]")),
        _ => [],
    };
}
