using System.Text.Json;

namespace Orchestrator.Core.Tenancy;

/// <summary>What differs between two organization files, in the words of their JSON paths.</summary>
internal static class OrgFileDifference
{
    public static IReadOnlyList<string> Between(OrgFile before, OrgFile after)
    {
        using var old = JsonDocument.Parse(OrgFileWriter.Write(before));
        using var now = JsonDocument.Parse(OrgFileWriter.Write(after));
        var changes = new List<string>();
        Compare("$", old.RootElement, now.RootElement, changes);
        return changes;
    }

    private static void Compare(string path, JsonElement? old, JsonElement? now, List<string> changes)
    {
        if (old is { ValueKind: JsonValueKind.Object } oldObject && now is { ValueKind: JsonValueKind.Object } newObject)
        {
            foreach (var name in oldObject.EnumerateObject().Concat(newObject.EnumerateObject()).Select(property => property.Name).Distinct())
                Compare($"{path}.{name}", Child(oldObject, name), Child(newObject, name), changes);
        }
        else if (old is { ValueKind: JsonValueKind.Array } oldList && now is { ValueKind: JsonValueKind.Array } newList)
        {
            for (var i = 0; i < Math.Max(oldList.GetArrayLength(), newList.GetArrayLength()); i++)
                Compare($"{path}[{i}]", Item(oldList, i), Item(newList, i), changes);
        }
        else if (old?.GetRawText() != now?.GetRawText())
        {
            changes.Add($"{path}: {Short(old)} -> {Short(now)}");
        }
    }

    private static JsonElement? Child(JsonElement json, string name) => json.TryGetProperty(name, out var child) ? child : null;

    private static JsonElement? Item(JsonElement json, int index) => index < json.GetArrayLength() ? json[index] : null;

    private static string Short(JsonElement? value) => value?.GetRawText() switch
    {
        null => "(none)",
        { Length: > 60 } => "(…)",
        var text => text,
    };
}
