using System.Buffers;
using System.Text.Json;
using Orchestrator.Web.Vapi.Tools;

namespace Orchestrator.Web.Vapi;

/// <summary>
/// What goes back to Vapi: bare objects, as every live server sends them, although the published schema wraps them in
/// <c>messageResponse</c>. Written in one piece with its length, so nothing is chunked.
/// </summary>
internal static class VapiReplies
{
    private const string ContentType = "application/json";

    public static void Acknowledge(HttpResponse response) => Write(response, "{}"u8);

    /// <summary>400 for what is no message, or none that could be answered.</summary>
    public static void NotAMessage(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status400BadRequest;
        Write(response, """{"error":"message"}"""u8);
    }

    /// <summary>No knowledge base is kept here.</summary>
    public static void NoDocuments(HttpResponse response) => Write(response, """{"documents":[]}"""u8);

    /// <summary>No campaign is run from here; "not eligible" means nobody is dialled.</summary>
    public static void NotEligible(HttpResponse response) => Write(response, """{"eligible":false}"""u8);

    /// <summary>Half a second of silence ends the caller's turn: room for who reads out digits.</summary>
    public static void Endpointing(HttpResponse response) => Write(response, """{"timeoutSeconds":0.5}"""u8);

    public static void Assistant(HttpResponse response, string assistantId)
    {
        var json = PooledJson.Take();
        json.Writer.WriteStartObject();
        json.Writer.WriteString("assistantId"u8, assistantId);
        End(response, json);
    }

    public static void Destination(HttpResponse response, string number)
    {
        var json = PooledJson.Take();
        json.Writer.WriteStartObject();
        json.Writer.WriteStartObject("destination"u8);
        json.Writer.WriteString("type"u8, "number"u8);
        json.Writer.WriteString("number"u8, number);
        json.Writer.WriteEndObject();
        End(response, json);
    }

    /// <param name="response">The answer.</param>
    /// <param name="sentence">What the agent says.</param>
    public static void Error(HttpResponse response, string sentence)
    {
        var json = PooledJson.Take();
        json.Writer.WriteStartObject();
        json.Writer.WriteString("error"u8, sentence);
        End(response, json);
    }

    /// <summary>The answers, each passed on as it was rendered.</summary>
    public static void Results(HttpResponse response, List<ToolCall> calls, ReadOnlySpan<ToolAnswer> answers)
    {
        var json = PooledJson.Take();
        var writer = json.Writer;
        writer.WriteStartObject();
        writer.WriteStartArray("results"u8);
        for (var index = 0; index < answers.Length; index++)
        {
            writer.WriteStartObject();
            writer.WriteString("toolCallId"u8, calls[index].Id);
            writer.WriteString("name"u8, calls[index].Name ?? "unknown");
            writer.WriteString(answers[index].Kind is ToolAnswerKind.Error ? "error"u8 : "result"u8, answers[index].Json);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        End(response, json);
    }

    private static void End(HttpResponse response, PooledJson json)
    {
        json.Writer.WriteEndObject();
        json.Writer.Flush();
        Write(response, json.Written);
        json.Return();
    }

    private static void Write(HttpResponse response, ReadOnlySpan<byte> body)
    {
        response.ContentType = ContentType;
        response.ContentLength = body.Length;
        response.BodyWriter.Write(body);
    }
}
