using System.Globalization;
using System.Text.Json.Nodes;
using Orchestrator.Core.Tenancy;
using Xunit;

namespace Orchestrator.Core.Tests.Tenancy;

public sealed class OrgFileOverlapTests
{
    [Fact]
    public void Read_BuffersOfNeighboursMeet_IsRefusedAtTheLaterRow()
    {
        var faults = Existing([Appointment("ada", "visit", "10:00"), Appointment("ada", "visit", "10:40")]);

        Assert.Equal(
            new OrgFileFault("$.existing.appointments[1]", "overlaps $.existing.appointments[0] of the same provider, buffers included."),
            Assert.Single(faults));
    }

    [Fact]
    public void Read_BuffersOfNeighboursTouch_IsFine() =>
        Assert.Empty(Existing([Appointment("ada", "visit", "10:00"), Appointment("ada", "visit", "10:45")]));

    [Fact]
    public void Read_LaterRowStartsFirst_IsStillTheOneRefused() =>
        Assert.Equal("$.existing.appointments[1]", Assert.Single(Existing([Appointment("ada", "visit", "10:40"), Appointment("ada", "visit", "10:00")])).Path);

    [Fact]
    public void Read_RowLeftOutBefore_DoesNotShiftThePath() =>
        Assert.Equal(
            "$.existing.appointments[2]",
            Assert.Single(Existing([Appointment("ada", "visit", "10:00", status: "proposed"), Appointment("ada", "visit", "10:00"), Appointment("ada", "visit", "10:00")])).Path);

    [Theory]
    [InlineData("cancelled")]
    [InlineData("noshow")]
    [InlineData("entered-in-error")]
    [InlineData("waitlist")]
    public void Read_RowThatOccupiesNothing_IsNoOverlap(string status) =>
        Assert.Empty(Existing([Appointment("ada", "visit", "10:00"), Appointment("ada", "visit", "10:00", status: status)]));

    [Fact]
    public void Read_SameRoomOfTwoProviders_IsRefused()
    {
        var faults = Existing([Appointment("ada", "visit", "10:00", room: "c1"), Appointment("ben", "visit", "10:00", room: "c1")]);

        Assert.Contains("same room", Assert.Single(faults).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2099-01-01T00:00:00Z", 1)]
    [InlineData("2026-11-23T09:00:00Z", 0)]
    public void Read_Hold_CountsUntilItLapses(string expiresAt, int faults)
    {
        var found = Existing([Appointment("ada", "visit", "10:00")], [Hold("ada", "visit", "10:00", expiresAt)]);

        Assert.Equal(faults, found.Count);
        Assert.All(found, fault => Assert.Equal("$.existing.holds[0]", fault.Path));
    }

    [Fact]
    public void Read_SessionOfAGroup_IsNoOverlapUntilItIsFull()
    {
        var two = Existing([Appointment("ada", "class", "10:00", 60), Appointment("ada", "class", "10:00", 60)]);
        var three = Existing([Appointment("ada", "class", "10:00", 60), Appointment("ada", "class", "10:00", 60), Appointment("ada", "class", "10:00", 60)]);
        var shifted = Existing([Appointment("ada", "class", "10:00", 60), Appointment("ada", "class", "10:30", 60)]);

        Assert.Empty(two);
        Assert.Equal(new OrgFileFault("$.existing.appointments[2]", "is one more than the 2 places of its session."), Assert.Single(three));
        Assert.Equal("$.existing.appointments[1]", Assert.Single(shifted).Path);
    }

    [Fact]
    public void Read_ExternalEvents_MayOverlapAnything()
    {
        var json = OrgFileSample.With("$.existing.externalBusy[0].transparency", "\"OPAQUE\"");

        Assert.True(OrgFileSample.Read(json).IsSuccess);
    }

    [Fact]
    public void Read_ThousandsOfRowsInOnePile_NamesEachOnce()
    {
        var pile = Enumerable.Range(0, 3000).Select(_ => Appointment("ada", "visit", "10:00")).ToArray();

        Assert.Equal(2999, Existing(pile).Count);
    }

    private static IReadOnlyList<OrgFileFault> Existing(JsonObject[] appointments, JsonObject[]? holds = null)
    {
        var json = OrgFileSample.Json();
        json["existing"] = new JsonObject { ["appointments"] = new JsonArray([.. appointments]), ["holds"] = new JsonArray([.. holds ?? []]) };
        return OrgFileSample.Read(json).Match<IReadOnlyList<OrgFileFault>>(_ => [], faults => faults.All);
    }

    private static JsonObject Appointment(string provider, string service, string time, int minutes = 30, string status = "booked", string? room = null)
    {
        var row = Row(provider, service, time, minutes);
        row["status"] = status;
        row["roomId"] = room;
        return row;
    }

    private static JsonObject Hold(string provider, string service, string time, string expiresAt)
    {
        var row = Row(provider, service, time, 30);
        row["expiresAt"] = expiresAt;
        return row;
    }

    private static JsonObject Row(string provider, string service, string time, int minutes)
    {
        var start = DateTimeOffset.Parse($"2027-06-07T{time}:00+01:00", CultureInfo.InvariantCulture);
        return new JsonObject
        {
            ["providerId"] = provider,
            ["serviceId"] = service,
            ["start"] = start.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
            ["end"] = start.AddMinutes(minutes).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
        };
    }
}
