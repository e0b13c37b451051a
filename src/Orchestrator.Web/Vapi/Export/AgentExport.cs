using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Web.Vapi.Export;

/// <summary>
/// The definitions of an organization's tools and assistant for Vapi's API (POST /tool, POST /assistant). They hold the
/// clinic's name, its zone and the webhook's address; no patient data and no secret, which Vapi keeps as a credential.
/// </summary>
public static class AgentExport
{
    /// <summary>Stands for the credential until one was made in Vapi's dashboard.</summary>
    public const string NoCredential = "PUT-THE-ID-OF-YOUR-VAPI-CREDENTIAL-HERE";

    // Below the host's own deadline Vapi would drop answers that are on their way: Vapi:ToolDeadline is 8 s.
    private const int TimeoutSeconds = 10;

    private static readonly string[] Tools = ["check_availability", "claim_slot", "send_otp", "verify_otp", "confirm_appointment", "release_hold"];

    // What will not become better by sending it again.
    private static readonly int[] Final = [400, 401, 403, 404, 413, 415];

    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="org">Whose.</param>
    /// <param name="baseUrl">How Vapi reaches this installation.</param>
    /// <param name="credentialId">Id of the credential in Vapi that carries the organization's webhook secret, if it is known.</param>
    /// <returns>The six tools, then the assistant, which holds them all.</returns>
    public static IReadOnlyList<AgentDefinition> Create(OrgFile org, Uri baseUrl, string? credentialId)
    {
        ArgumentNullException.ThrowIfNull(org);
        ArgumentNullException.ThrowIfNull(baseUrl);
        var webhook = baseUrl.AbsoluteUri.TrimEnd('/') + VapiRegistration.Path;
        var tools = Tools.Select(name => (Name: name, Json: Tool(name, webhook, credentialId))).ToList();
        var assistant = Assistant(org, webhook, credentialId, tools.Select(tool => tool.Json));
        return
        [
            .. tools.Select(tool => new AgentDefinition(tool.Name, Path.Combine("tools", tool.Name + ".json"), tool.Json.ToJsonString(Written))),
            new AgentDefinition("assistant", "assistant.json", assistant.ToJsonString(Written)),
        ];
    }

    private static JsonObject Tool(string name, string webhook, string? credentialId)
    {
        var tool = Template(name);
        // One more try: a tool call waits on the line, and a repeat of it gets the same answer.
        tool["server"] = Server(webhook, credentialId, "fixed", retries: 1, delaySeconds: 1);
        return tool;
    }

    private static JsonObject Assistant(OrgFile org, string webhook, string? credentialId, IEnumerable<JsonObject> tools)
    {
        var assistant = Template("assistant");
        Fill(assistant, text => text
            .Replace("%assistant_name%", AssistantName(org.Name), StringComparison.Ordinal)
            .Replace("%clinic%", Plain(org.Name), StringComparison.Ordinal)
            .Replace("%time_zone%", org.TimeZone, StringComparison.Ordinal)
            .Replace("%language%", org.Locale.Split('-')[0], StringComparison.Ordinal));
        // The closing report comes once and is dropped when it is acknowledged; an unacknowledged one has to come again.
        assistant["server"] = Server(webhook, credentialId, "exponential", retries: 10, delaySeconds: 2);
        assistant["model"]!["tools"] = new JsonArray([.. tools.Select(tool => tool.DeepClone())]);
        return assistant;
    }

    private static JsonObject Server(string webhook, string? credentialId, string backoff, int retries, int delaySeconds) => new()
    {
        ["url"] = webhook,
        ["credentialId"] = credentialId ?? NoCredential,
        ["timeoutSeconds"] = TimeoutSeconds,
        ["backoffPlan"] = new JsonObject
        {
            ["type"] = backoff,
            ["maxRetries"] = retries,
            ["baseDelaySeconds"] = delaySeconds,
            ["excludedStatusCodes"] = new JsonArray([.. Final.Select(status => JsonValue.Create(status))]),
        },
    };

    /// <summary>Vapi takes 40 characters.</summary>
    private static string AssistantName(string clinic)
    {
        var name = Plain(clinic) + " receptionist";
        return name.Length <= 40 ? name : name[..40].TrimEnd();
    }

    /// <summary>Vapi reads braces as Liquid.</summary>
    private static string Plain(string name) => name.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);

    private static void Fill(JsonNode? node, Func<string, string> fill)
    {
        switch (node)
        {
            case JsonObject holder:
                foreach (var (_, value) in holder.ToList())
                    Fill(value, fill);
                break;
            case JsonArray list:
                foreach (var value in list.ToList())
                    Fill(value, fill);
                break;
            case JsonValue value when value.GetValueKind() is JsonValueKind.String && fill(value.GetValue<string>()) is var text && text != value.GetValue<string>():
                value.ReplaceWith(text);
                break;
        }
    }

    private static JsonObject Template(string name)
    {
        using var stream = typeof(AgentExport).Assembly.GetManifestResourceStream($"{typeof(AgentExport).Namespace}.Templates.{name}.json")
            ?? throw new InvalidOperationException($"Template {name} is not embedded.");
        return JsonNode.Parse(stream)!.AsObject();
    }
}
