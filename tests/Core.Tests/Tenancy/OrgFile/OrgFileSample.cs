using System.Text;
using System.Text.Json.Nodes;
using NodaTime;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Tests.Tenancy;

/// <summary>A file that uses every key once, for tests that spoil one of them.</summary>
internal static class OrgFileSample
{
    public static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 9, 0);

    public const string Full = """
        {
          "schema": "orchestrator-org/1", "slug": "elm-street", "name": "Elm Street — Zahnärzte", "timeZone": "Europe/London", "country": "GB", "locale": "en-GB",
          "slotIntervalMinutes": 15, "minNoticeMinutes": 60, "horizonDays": 120, "holdMinutes": 12, "retentionDays": 30, "transferNumber": "+442079460999", "test": true,
          "otp": { "digits": 5, "lifeMinutes": 4, "maxAttempts": 3, "cooldownSeconds": 20, "maxSends": 2, "required": false, "allowedCountries": ["GB", "IE"] },
          "redaction": { "preset": "pci", "overrides": { "PERSON": "mask", "DATE_TIME": "generalise" }, "allowTerms": ["Elm"], "denyTerms": ["Project Heron"], "keepRecordings": true },
          "vapi": {
            "secrets": ["vapi-secret-0123456789", "****abcd"], "hmacSecrets": ["hmac-secret-0123456789"],
            "phoneNumbers": [{ "id": "phone-1", "number": "+442079460123" }], "assistantIds": ["assistant-1"]
          },
          "twilio": {
            "accountSid": "AC0123456789abcdef0123456789abcdef", "authToken": "0123456789abcdef0123456789abcdef",
            "apiKeySid": "SK0123456789abcdef0123456789abcdef", "apiKeySecret": "abcdefghijklmnopqrstuvwxyz012345", "from": "+442079460124"
          },
          "locations": [
            { "id": "main", "name": "Main", "timeZone": "Europe/London", "closures": [{ "date": "2027-12-25", "name": "Christmas" }] },
            { "id": "ny", "name": "New York", "timeZone": "America/New_York" }
          ],
          "services": [
            {
              "id": "visit", "name": "Visit", "durationMinutes": 30, "bufferBeforeMinutes": 5, "bufferAfterMinutes": 10, "slotIntervalMinutes": 10, "minNoticeMinutes": 0,
              "horizonDays": 14, "capacity": 1, "requiresRoomType": "chair", "providerIds": ["ben", "ada"]
            },
            { "id": "class", "name": "Class", "durationMinutes": 60, "capacity": 2, "providerIds": ["ada"] }
          ],
          "providers": [
            {
              "id": "ada", "name": "Dr. Ada", "locationId": "main",
              "workingHours": [{ "days": ["MO", "WE"], "start": "09:00", "end": "17:00" }], "breaks": [{ "days": ["MO"], "start": "12:00", "end": "12:30" }],
              "dateOverrides": [{ "date": "2027-06-07", "windows": [{ "start": "10:00", "end": "12:00" }] }, { "date": "2027-06-09", "windows": [] }],
              "timeOff": [{ "startLocal": "2027-07-01T00:00", "endLocal": "2027-07-15T08:30:15" }]
            },
            { "id": "ben", "name": "Ben", "locationId": "ny", "workingHours": [{ "days": ["FR"], "start": "22:00", "end": "02:00" }] }
          ],
          "rooms": [{ "id": "c1", "name": "Chair 1", "type": "chair", "locationId": "main" }],
          "existing": {
            "appointments": [
              { "providerId": "ada", "serviceId": "visit", "start": "2027-06-07T10:00:00+01:00", "end": "2027-06-07T10:30:00+01:00", "status": "booked", "roomId": "c1" },
              { "providerId": "ada", "serviceId": "visit", "start": "2027-06-07T10:00:00+01:00", "end": "2027-06-07T10:30:00+01:00", "status": "cancelled" }
            ],
            "holds": [
              { "providerId": "ada", "serviceId": "visit", "start": "2027-06-07T11:00:00+01:00", "end": "2027-06-07T11:30:00+01:00", "expiresAt": "2099-01-01T00:00:00Z", "callId": "call-1" }
            ],
            "externalBusy": [{ "providerId": "ada", "start": "2027-06-07T10:00:00Z", "end": "2027-06-07T12:00:00Z", "transparency": "TRANSPARENT" }]
          }
        }
        """;

    public static JsonObject Json() => JsonNode.Parse(Full)!.AsObject();

    public static Result<OrgFile, OrgFileFaults> Read(JsonNode json) => Read(json.ToJsonString());

    public static Result<OrgFile, OrgFileFaults> Read(string json) => OrgFileReader.Read(Encoding.UTF8.GetBytes(json), Now);

    /// <summary>The node at a JSON path made of keys and indexes.</summary>
    public static (JsonNode Parent, string Key) Find(JsonNode root, string path)
    {
        var steps = path.Replace("[", ".[", StringComparison.Ordinal).Split('.')[1..];
        foreach (var step in steps[..^1])
            root = step[0] == '[' ? root[int.Parse(step[1..^1], null)]! : root[step]!;
        return (root, steps[^1]);
    }

    public static JsonObject With(string path, string valueJson)
    {
        var json = Json();
        var (parent, key) = Find(json, path);
        if (key[0] == '[')
            parent[int.Parse(key[1..^1], null)] = JsonNode.Parse(valueJson);
        else
            parent[key] = JsonNode.Parse(valueJson);
        return json;
    }

    public static JsonObject Without(string path)
    {
        var json = Json();
        var (parent, key) = Find(json, path);
        parent.AsObject().Remove(key);
        return json;
    }
}
