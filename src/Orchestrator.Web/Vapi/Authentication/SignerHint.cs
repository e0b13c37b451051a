using System.Text.Json;

namespace Orchestrator.Web.Vapi.Authentication;

/// <summary>
/// Whose key may have signed a request, read from a body that nobody has proven yet. It chooses which key to try and
/// nothing else. One forward pass without a document, since strangers can make us do it.
/// </summary>
internal struct SignerHint
{
    public string? NumberId { get; private set; }

    public string? Number { get; private set; }

    public string? AssistantId { get; private set; }

    public static SignerHint Read(ReadOnlySpan<byte> body)
    {
        var hint = default(SignerHint);
        var reader = new Utf8JsonReader(body);
        try
        {
            if (!reader.Read() || reader.TokenType is not JsonTokenType.StartObject)
                return hint;
            while (NextProperty(ref reader))
            {
                if (reader.ValueTextEquals("message"u8))
                    hint.ReadMessage(ref reader);
                else
                    SkipValue(ref reader);
            }
        }
        catch (JsonException)
        {
            // What was read before the fault still names the signer, so that a signed but broken body is told from a stranger's.
        }
        catch (InvalidOperationException)
        {
        }

        return hint;
    }

    private void ReadMessage(ref Utf8JsonReader reader)
    {
        if (!Enter(ref reader))
            return;
        while (NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("phoneNumber"u8))
                ReadNumber(ref reader);
            else if (reader.ValueTextEquals("call"u8))
                ReadCall(ref reader);
            else if (reader.ValueTextEquals("assistant"u8))
                ReadAssistant(ref reader, "id"u8);
            else if (reader.ValueTextEquals("chat"u8) || reader.ValueTextEquals("session"u8))
                ReadAssistant(ref reader, "assistantId"u8);
            else
                SkipValue(ref reader);
        }
    }

    private void ReadNumber(ref Utf8JsonReader reader)
    {
        if (!Enter(ref reader))
            return;
        while (NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("id"u8))
                NumberId = ReadId(ref reader) ?? NumberId;
            else if (reader.ValueTextEquals("number"u8))
                Number = ReadId(ref reader) ?? Number;
            else
                SkipValue(ref reader);
        }
    }

    private void ReadCall(ref Utf8JsonReader reader)
    {
        if (!Enter(ref reader))
            return;
        while (NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("phoneNumberId"u8))
                NumberId ??= ReadId(ref reader);
            else if (reader.ValueTextEquals("assistantId"u8))
                AssistantId ??= ReadId(ref reader);
            else
                SkipValue(ref reader);
        }
    }

    private void ReadAssistant(ref Utf8JsonReader reader, ReadOnlySpan<byte> property)
    {
        if (!Enter(ref reader))
            return;
        while (NextProperty(ref reader))
        {
            if (reader.ValueTextEquals(property))
                AssistantId ??= ReadId(ref reader);
            else
                SkipValue(ref reader);
        }
    }

    private static bool NextProperty(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType is JsonTokenType.PropertyName;

    /// <summary>Steps into an object, or over anything else.</summary>
    private static bool Enter(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType is JsonTokenType.StartObject)
            return true;
        reader.Skip();
        return false;
    }

    private static void SkipValue(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }

    private static string? ReadId(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType is not JsonTokenType.String)
        {
            reader.Skip();
            return null;
        }

        return reader.ValueSpan.Length is > 0 and <= JsonText.LongestId ? reader.GetString() : null;
    }
}
