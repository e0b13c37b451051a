using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Orchestrator.Core.Redaction;
using Orchestrator.Core.Redaction.Policies;
using Orchestrator.Core.Scheduling;
using Orchestrator.Core.Verification;

namespace Orchestrator.Core.Tenancy;

/// <summary>
/// Writes <c>orchestrator-org/1</c> with every value spelled out, keys in a fixed order and secrets masked, so that two exports of the same
/// organization are equal byte by byte and can be compared in version control.
/// </summary>
public static class OrgFileWriter
{
    private static readonly JsonWriterOptions Format = new()
    {
        Indented = true,
        NewLine = "\n",

        // The file is never put into a page; names should stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>UTF-8 with a line feed at the end.</summary>
    public static byte[] Write(OrgFile file)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Format))
        {
            json.WriteStartObject();
            WriteSettings(json, file);
            OrgFileWriterLists.Write(json, file);
            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteSettings(Utf8JsonWriter json, OrgFile file)
    {
        json.WriteString("schema", OrgFile.SchemaName);
        json.WriteString("slug", file.Slug);
        json.WriteString("name", file.Name);
        json.WriteString("timeZone", file.TimeZone);
        json.WriteString("country", file.Country);
        json.WriteString("locale", file.Locale);
        json.WriteNumber("slotIntervalMinutes", file.SlotIntervalMinutes);
        json.WriteNumber("minNoticeMinutes", file.MinNoticeMinutes);
        json.WriteNumber("horizonDays", file.HorizonDays);
        json.WriteNumber("holdMinutes", file.HoldMinutes);
        json.WriteNumber("retentionDays", file.RetentionDays);
        json.WriteGiven("transferNumber", file.TransferNumber);
        if (file.IsTest)
            json.WriteBoolean("test", true);
        WriteOtp(json, file.Otp);
        WriteRedaction(json, file.Redaction);
        WriteVapi(json, file.Vapi);
        WriteTwilio(json, file.Twilio);
    }

    private static void WriteOtp(Utf8JsonWriter json, OtpPolicy otp)
    {
        json.WriteStartObject("otp");
        json.WriteNumber("digits", otp.Digits);
        json.WriteNumber("lifeMinutes", (int)otp.Life.TotalMinutes);
        json.WriteNumber("maxAttempts", otp.MaxAttempts);
        json.WriteNumber("cooldownSeconds", (int)otp.Cooldown.TotalSeconds);
        json.WriteNumber("maxSends", otp.MaxSends);
        json.WriteBoolean("required", otp.IsRequired);
        json.WriteTexts("allowedCountries", otp.AllowedCountries);
        json.WriteEndObject();
    }

    private static void WriteRedaction(Utf8JsonWriter json, OrgFileRedaction redaction)
    {
        json.WriteStartObject("redaction");
        var rules = redaction.Rules;
        json.WriteString("preset", rules.Preset);
        if (rules.Overrides.Count > 0)
        {
            json.WriteStartObject("overrides");
            foreach (var (type, action) in rules.Overrides.OrderBy(pair => pair.Key.Name(), StringComparer.Ordinal))
                json.WriteString(type.Name(), action.Word());
            json.WriteEndObject();
        }

        if (rules.AllowTerms.Count > 0)
            json.WriteTexts("allowTerms", rules.AllowTerms);
        if (rules.DenyTerms.Count > 0)
            json.WriteTexts("denyTerms", rules.DenyTerms);
        if (rules.KeepsRecordings)
            json.WriteBoolean("keepRecordings", true);

        json.WriteEndObject();
    }

    private static void WriteVapi(Utf8JsonWriter json, OrgFileVapi vapi)
    {
        json.WriteStartObject("vapi");
        json.WriteTexts("secrets", vapi.Secrets.Select(secret => secret.ToString()));
        json.WriteTexts("hmacSecrets", vapi.HmacSecrets.Select(secret => secret.ToString()));
        json.WriteStartArray("phoneNumbers");
        foreach (var phone in vapi.PhoneNumbers)
        {
            json.WriteStartObject();
            json.WriteString("id", phone.Id);
            json.WriteString("number", phone.Number);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteTexts("assistantIds", vapi.AssistantIds);
        json.WriteEndObject();
    }

    private static void WriteTwilio(Utf8JsonWriter json, OrgFileTwilio? twilio)
    {
        if (twilio is null)
            return;

        json.WriteStartObject("twilio");
        json.WriteString("accountSid", twilio.AccountSid);
        json.WriteGiven("authToken", twilio.AuthToken?.ToString());
        json.WriteGiven("apiKeySid", twilio.ApiKeySid);
        json.WriteGiven("apiKeySecret", twilio.ApiKeySecret?.ToString());
        json.WriteGiven("from", twilio.From);
        json.WriteGiven("messagingServiceSid", twilio.MessagingServiceSid);
        json.WriteEndObject();
    }
}
