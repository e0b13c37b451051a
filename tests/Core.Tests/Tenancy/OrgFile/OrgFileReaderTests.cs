using NodaTime;
using Orchestrator.Core.Booking;
using Orchestrator.Core.Scheduling;
using Orchestrator.Core.Redaction;
using Orchestrator.Core.Tenancy;
using Xunit;

namespace Orchestrator.Core.Tests.Tenancy;

public sealed class OrgFileReaderTests
{
    [Fact]
    public void Read_EveryKey_ArrivesInTheFile()
    {
        var file = OrgFileSample.Read(OrgFileSample.Full).Value;

        Assert.Equal(("elm-street", "Elm Street — Zahnärzte", "Europe/London", "GB", "en-GB"), (file.Slug, file.Name, file.TimeZone, file.Country, file.Locale));
        Assert.Equal((15, 60, 120, 12, 30), (file.SlotIntervalMinutes, file.MinNoticeMinutes, file.HorizonDays, file.HoldMinutes, file.RetentionDays));
        Assert.Equal(("+442079460999", true), (file.TransferNumber, file.IsTest));
        Assert.Equal((5, Duration.FromMinutes(4), 3, Duration.FromSeconds(20), 2, false), (file.Otp.Digits, file.Otp.Life, file.Otp.MaxAttempts, file.Otp.Cooldown, file.Otp.MaxSends, file.Otp.IsRequired));
        Assert.Equal(["GB", "IE"], file.Otp.AllowedCountries);
        Assert.Equal(RedactionAction.Mask, file.Redaction.Rules.Overrides[EntityType.Person]);
        Assert.Equal([false, true], file.Vapi.Secrets.Select(secret => secret.IsMasked));
        Assert.Equal("abcdefghijklmnopqrstuvwxyz012345", file.Twilio!.ApiKeySecret!.Plain);
        Assert.Equal(["ben", "ada"], file.Services[0].ProviderIds);
        Assert.Equal(new WeeklyWindow(WeekDays.Monday | WeekDays.Wednesday, new LocalTime(9, 0), new LocalTime(17, 0)), Assert.Single(file.Providers[0].WorkingHours));
        Assert.Equal(new LocalDateTime(2027, 7, 15, 8, 30, 15), Assert.Single(file.Providers[0].TimeOff).End);
        Assert.Equal([BookingStatus.Booked, BookingStatus.Cancelled], file.Existing.Appointments.Select(appointment => appointment.Status));
        Assert.Equal("call-1", Assert.Single(file.Existing.Holds).CallId);
        Assert.False(Assert.Single(file.Existing.ExternalBusy).IsOpaque);
    }

    [Fact]
    public void Read_OnlyWhatIsNeeded_TakesTheDefaults()
    {
        var file = OrgFileSample.Read("""
            {"schema":"orchestrator-org/1","slug":"a","name":"A","timeZone":"Europe/Paris","country":"FR","transferNumber":null,
             "locations":[{"id":"main"}],"providers":[{"id":"p"},{"id":"q"}],"services":[{"id":"s","durationMinutes":20}]}
            """).Value;

        Assert.Equal(("en-FR", 30, 0, 365, 10, 90, false), (file.Locale, file.SlotIntervalMinutes, file.MinNoticeMinutes, file.HorizonDays, file.HoldMinutes, file.RetentionDays, file.IsTest));
        Assert.Equal((6, Duration.FromMinutes(5), 5, Duration.FromSeconds(30), 3, true), (file.Otp.Digits, file.Otp.Life, file.Otp.MaxAttempts, file.Otp.Cooldown, file.Otp.MaxSends, file.Otp.IsRequired));
        Assert.Equal(["FR"], file.Otp.AllowedCountries);
        Assert.Equal("clinic-default", file.Redaction.Rules.Preset);
        Assert.Null(file.Twilio);
        Assert.Equal(new OrgFileLocation("main", "main", "Europe/Paris", []), file.Locations[0]);
        Assert.Equal(("p", "main"), (file.Providers[0].Name, file.Providers[0].LocationId));
        Assert.Equal(["p", "q"], file.Services[0].ProviderIds);
        Assert.Equal(1, file.Services[0].Capacity);
    }

    [Theory]
    [InlineData("$.schema", "\"orchestrator-org/2\"")]
    [InlineData("$.slug", "\"Elm Street\"")]
    [InlineData("$.slug", "\"-elm\"")]
    [InlineData("$.name", "\"  \"")]
    [InlineData("$.name", "7")]
    [InlineData("$.timeZone", "\"Mars/Olympus\"")]
    [InlineData("$.timeZone", "\"UTC+01:00\"")]
    [InlineData("$.country", "\"UK\"")]
    [InlineData("$.country", "\"gb\"")]
    [InlineData("$.locale", "\"english\"")]
    [InlineData("$.slotIntervalMinutes", "7")]
    [InlineData("$.slotIntervalMinutes", "\"15\"")]
    [InlineData("$.slotIntervalMinutes", "15.5")]
    [InlineData("$.minNoticeMinutes", "-1")]
    [InlineData("$.horizonDays", "0")]
    [InlineData("$.horizonDays", "3651")]
    [InlineData("$.holdMinutes", "0")]
    [InlineData("$.retentionDays", "3651")]
    [InlineData("$.transferNumber", "\"0207 946 0999\"")]
    [InlineData("$.transferNumber", "\"+4420\"")]
    [InlineData("$.test", "\"yes\"")]
    [InlineData("$.otp", "[]")]
    [InlineData("$.otp.digits", "3")]
    [InlineData("$.otp.digits", "9")]
    [InlineData("$.otp.lifeMinutes", "11")]
    [InlineData("$.otp.maxAttempts", "0")]
    [InlineData("$.otp.cooldownSeconds", "601")]
    [InlineData("$.otp.maxSends", "11")]
    [InlineData("$.otp.required", "1")]
    [InlineData("$.otp.allowedCountries", "[]")]
    [InlineData("$.otp.allowedCountries[1]", "\"XX\"")]
    [InlineData("$.redaction.preset", "1")]
    [InlineData("$.redaction.preset", "\"none\"")]
    [InlineData("$.redaction.overrides.PERSON", "\"burn\"")]
    [InlineData("$.redaction.overrides.CREDIT_CARD", "\"keep\"")]
    [InlineData("$.redaction.overrides.OTP", "\"mask\"")]
    [InlineData("$.redaction.overrides.SHOE_SIZE", "\"keep\"")]
    [InlineData("$.redaction.allowTerms[0]", "\"x\"")]
    [InlineData("$.redaction.keepRecordings", "1")]
    [InlineData("$.redaction.overrides.PERSON", "true")]
    [InlineData("$.vapi.secrets[0]", "\"short\"")]
    [InlineData("$.vapi.secrets[1]", "\"*****\"")]
    [InlineData("$.vapi.hmacSecrets[0]", "\"vapi-secret-0123456789\"")]
    [InlineData("$.vapi.hmacSecrets[0]", "\"hmac secret 0123456789\"")]
    [InlineData("$.vapi.phoneNumbers[0].id", "5")]
    [InlineData("$.vapi.phoneNumbers[0].number", "\"442079460123\"")]
    [InlineData("$.vapi.assistantIds[0]", "\"\"")]
    [InlineData("$.twilio.accountSid", "\"AC123\"")]
    [InlineData("$.twilio.accountSid", "\"SK0123456789abcdef0123456789abcdef\"")]
    [InlineData("$.twilio.authToken", "\"short\"")]
    [InlineData("$.twilio.apiKeySid", "\"AC0123456789abcdef0123456789abcdef\"")]
    [InlineData("$.twilio.apiKeySecret", "\"x\"")]
    [InlineData("$.twilio.from", "\"Clinic\"")]
    [InlineData("$.locations", "{}", "$.locations", "$.providers[0].locationId", "$.providers[1].locationId", "$.rooms[0].locationId")]
    [InlineData("$.locations[1].id", "\"main\"", "$.locations[1].id", "$.providers[1].locationId")]
    [InlineData("$.locations[1].timeZone", "\"America/Nowhere\"")]
    [InlineData("$.locations[0].closures[0].date", "\"2027-02-29\"")]
    [InlineData("$.services[1].id", "\"visit\"")]
    [InlineData("$.services[0].durationMinutes", "0")]
    [InlineData("$.services[0].bufferBeforeMinutes", "-5")]
    [InlineData("$.services[0].bufferAfterMinutes", "1441")]
    [InlineData("$.services[0].slotIntervalMinutes", "25")]
    [InlineData("$.services[0].minNoticeMinutes", "true")]
    [InlineData("$.services[0].horizonDays", "4000")]
    [InlineData("$.services[0].capacity", "0")]
    [InlineData("$.services[0].requiresRoomType", "\"theatre\"")]
    [InlineData("$.services[0].providerIds[1]", "\"carol\"")]
    [InlineData("$.services[0].providerIds[1]", "\"ben\"")]
    [InlineData("$.providers[1].id", "\"ada\"", "$.providers[1].id", "$.services[0].providerIds[0]")]
    [InlineData("$.providers[1].locationId", "\"moon\"")]
    [InlineData("$.providers[0].workingHours[0].days", "[]")]
    [InlineData("$.providers[0].workingHours[0].days[1]", "\"Wed\"")]
    [InlineData("$.providers[0].workingHours[0].start", "\"9:00\"")]
    [InlineData("$.providers[0].workingHours[0].end", "\"24:00\"")]
    [InlineData("$.providers[0].breaks[0].end", "\"12:60\"")]
    [InlineData("$.providers[0].dateOverrides[0].date", "\"07/06/2027\"")]
    [InlineData("$.providers[0].dateOverrides[0].windows[0].start", "600")]
    [InlineData("$.providers[0].timeOff[0].startLocal", "\"2027-07-01\"")]
    [InlineData("$.providers[0].timeOff[0].endLocal", "\"2027-06-30T00:00\"")]
    [InlineData("$.providers[0].timeOff[0].endLocal", "\"9999-12-31T23:59\"")]
    [InlineData("$.providers[0].timeOff[0].startLocal", "\"-9998-01-01T00:00\"")]
    [InlineData("$.locations[0].closures[0].date", "\"9999-12-31\"")]
    [InlineData("$.existing.appointments[0].start", "\"0001-01-02T00:00:00Z\"", "$.existing.appointments[0].start", "$.existing.appointments[0].end")]
    [InlineData("$.rooms[0].type", "null", "$.rooms[0].type", "$.services[0].requiresRoomType")]
    [InlineData("$.rooms[0].locationId", "\"moon\"")]
    [InlineData("$.existing.appointments[0].providerId", "\"carol\"")]
    [InlineData("$.existing.appointments[0].serviceId", "\"surgery\"")]
    [InlineData("$.existing.appointments[0].roomId", "\"c2\"")]
    [InlineData("$.existing.appointments[0].status", "\"confirmed\"")]
    [InlineData("$.existing.appointments[0].start", "\"2027-06-07T10:00:00\"")]
    [InlineData("$.existing.appointments[0].end", "\"2027-06-07T09:00:00+01:00\"")]
    [InlineData("$.existing.holds[0].expiresAt", "\"soon\"")]
    [InlineData("$.existing.holds[0].serviceId", "\"surgery\"")]
    [InlineData("$.existing.externalBusy[0].providerId", "\"carol\"")]
    [InlineData("$.existing.externalBusy[0].transparency", "\"FREE\"")]
    public void Read_SpoiltValue_IsRefusedWithItsPath(string path, string value, params string[] paths)
    {
        var result = OrgFileSample.Read(OrgFileSample.With(path, value));

        Assert.False(result.IsSuccess);
        Assert.Equal(paths.Length > 0 ? paths : [path], result.Refusal.All.Select(fault => fault.Path));
    }

    [Theory]
    [InlineData("$.colour")]
    [InlineData("$.otp.colour")]
    [InlineData("$.redaction.colour")]
    [InlineData("$.vapi.colour")]
    [InlineData("$.vapi.phoneNumbers[0].colour")]
    [InlineData("$.twilio.colour")]
    [InlineData("$.locations[0].colour")]
    [InlineData("$.locations[0].closures[0].colour")]
    [InlineData("$.services[0].colour")]
    [InlineData("$.providers[0].colour")]
    [InlineData("$.providers[0].workingHours[0].colour")]
    [InlineData("$.providers[0].dateOverrides[0].colour")]
    [InlineData("$.providers[0].dateOverrides[0].windows[0].colour")]
    [InlineData("$.providers[0].timeOff[0].colour")]
    [InlineData("$.rooms[0].colour")]
    [InlineData("$.existing.colour")]
    [InlineData("$.existing.appointments[0].colour")]
    [InlineData("$.existing.holds[0].colour")]
    [InlineData("$.existing.externalBusy[0].colour")]
    public void Read_UnknownKey_IsRefusedWithItsPath(string path)
    {
        var result = OrgFileSample.Read(OrgFileSample.With(path, "1"));

        Assert.Equal(new OrgFileFault(path, "is not a known key."), Assert.Single(result.Refusal.All));
    }

    [Theory]
    [InlineData("$.schema")]
    [InlineData("$.slug")]
    [InlineData("$.name")]
    [InlineData("$.timeZone")]
    [InlineData("$.country")]
    [InlineData("$.vapi.phoneNumbers[0].id")]
    [InlineData("$.vapi.phoneNumbers[0].number")]
    [InlineData("$.twilio.accountSid")]
    [InlineData("$.twilio.apiKeySid")]
    [InlineData("$.twilio.apiKeySecret")]
    [InlineData("$.twilio.from", "$.twilio")]
    [InlineData("$.services[0].durationMinutes")]
    [InlineData("$.providers[0].locationId")]
    [InlineData("$.providers[0].workingHours[0].days")]
    [InlineData("$.providers[0].workingHours[0].end")]
    [InlineData("$.providers[0].timeOff[0].endLocal")]
    [InlineData("$.existing.appointments[0].status")]
    [InlineData("$.existing.holds[0].expiresAt")]
    [InlineData("$.existing.externalBusy[0].start")]
    public void Read_NeededKeyAbsent_IsRefusedWithItsPath(string path, string? at = null)
    {
        var result = OrgFileSample.Read(OrgFileSample.Without(path));

        Assert.Equal(at ?? path, Assert.Single(result.Refusal.All).Path);
    }

    [Fact]
    public void Read_TwilioWithTwoSendersOrNoWayIn_IsRefused()
    {
        var two = OrgFileSample.Read(OrgFileSample.With("$.twilio.messagingServiceSid", "\"MG0123456789abcdef0123456789abcdef\""));
        var none = OrgFileSample.Read(OrgFileSample.With("$.twilio", """{"accountSid":"AC0123456789abcdef0123456789abcdef","from":"+442079460124"}"""));

        Assert.Equal(new OrgFileFault("$.twilio", "must hold exactly one of from and messagingServiceSid."), Assert.Single(two.Refusal.All));
        Assert.Equal(new OrgFileFault("$.twilio", "must hold authToken, or apiKeySid and apiKeySecret."), Assert.Single(none.Refusal.All));
    }

    [Fact]
    public void Read_SeveralFaults_TellsAll()
    {
        var json = OrgFileSample.With("$.slug", "\"?\"");
        json["horizonDays"] = 0;
        json["providers"]![0]!["workingHours"]![0]!["start"] = "late";
        json["extra"] = 1;

        var faults = OrgFileSample.Read(json).Refusal.All;

        Assert.Equal(["$.extra", "$.horizonDays", "$.providers[0].workingHours[0].start", "$.slug"], faults.Select(fault => fault.Path).Order());
    }

    [Theory]
    [InlineData("", "$")]
    [InlineData("[]", "$")]
    [InlineData("{\"schema\":", "$")]
    [InlineData("{} trailing", "$")]
    [InlineData("{/* note */}", "$")]
    [InlineData("""{"schema":"\ud800"}""", "$")]
    public void Read_NoJsonObject_IsRefusedAtTheRoot(string json, string path) => Assert.Equal(path, OrgFileSample.Read(json).Refusal.All[0].Path);

    [Fact]
    public void Read_BytesThatAreNotUtf8_AreRefused()
    {
        var result = OrgFileReader.Read(new byte[] { (byte)'{', (byte)'"', 0xFF, (byte)'"', (byte)':', (byte)'1', (byte)'}' }, OrgFileSample.Now);

        Assert.Equal("$", Assert.Single(result.Refusal.All).Path);
    }

    [Fact]
    public void Read_KeyGivenTwice_IsRefused()
    {
        var result = OrgFileSample.Read(OrgFileSample.Full.Replace("\"digits\": 5", "\"digits\": 5, \"digits\": 6", StringComparison.Ordinal));

        Assert.Equal(new OrgFileFault("$.otp.digits", "is given twice."), Assert.Single(result.Refusal.All));
    }

    [Fact]
    public void Read_ByteOrderMark_IsSkipped()
    {
        byte[] file = [0xEF, 0xBB, 0xBF, .. System.Text.Encoding.UTF8.GetBytes(OrgFileSample.Full)];

        Assert.True(OrgFileReader.Read(file, OrgFileSample.Now).IsSuccess);
    }

    [Theory]
    [InlineData("pending", BookingStatus.Booked)]
    [InlineData("booked", BookingStatus.Booked)]
    [InlineData("arrived", BookingStatus.Arrived)]
    [InlineData("checked-in", BookingStatus.Arrived)]
    [InlineData("fulfilled", BookingStatus.Fulfilled)]
    [InlineData("noshow", BookingStatus.Noshow)]
    [InlineData("cancelled", BookingStatus.Cancelled)]
    [InlineData("entered-in-error", BookingStatus.Cancelled)]
    [InlineData("proposed", null)]
    [InlineData("waitlist", null)]
    public void Read_FhirStatus_BecomesOurs(string fhir, BookingStatus? expected)
    {
        var file = OrgFileSample.Read(OrgFileSample.With("$.existing.appointments[0].status", $"\"{fhir}\"")).Value;

        Assert.Equal(expected is { } status ? [status, BookingStatus.Cancelled] : [BookingStatus.Cancelled], file.Existing.Appointments.Select(row => row.Status));
    }

    [Fact]
    public void Faults_NeverRepeatASecret()
    {
        var result = OrgFileSample.Read(OrgFileSample.With("$.vapi.secrets[0]", "\"hunter2\""));

        Assert.DoesNotContain("hunter2", result.Refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void IsoCountries_HoldsAllAssignedCodes() => Assert.Equal(249, IsoCountries.Count);
}
