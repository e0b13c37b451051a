using Orchestrator.Core.Booking;
using Orchestrator.Core.Tenancy;
using Orchestrator.Core.Verification;
using Xunit;

namespace Orchestrator.Core.Tests.Verification;

/// <summary>Limits over many holds: one phone, one caller, one organization, also when everything comes at once.</summary>
public sealed class CodeCeilingTests(TestDatabase database)
{
    [Theory]
    [InlineData("phone and hour")]
    [InlineData("phone and day")]
    [InlineData("caller and hour")]
    [InlineData("organization and hour")]
    public async Task SendAsync_CeilingReached_LeavesTheHoldToStaff(string ceiling)
    {
        var bench = await CodeBench.CreateAsync(database, ceilings: WithSends(ceiling, 2));
        for (var i = 0; i < 2; i++)
            Assert.True((await bench.SendAsync(await bench.HoldAsync(i, PhoneFor(ceiling, i)), "+447700900001")).IsSuccess);
        var third = await bench.HoldAsync(2, PhoneFor(ceiling, 2));

        var refused = await bench.SendAsync(third, "+447700900001");

        Assert.Equal(SendRefusalKind.NeedsStaff, refused.Refusal.Kind);
        Assert.Equal("needs_staff", await bench.StatusAsync(third));
        Assert.Equal(2, bench.Gateway.Sent.Count);
    }

    [Theory]
    [InlineData("phone and hour")]
    [InlineData("caller and hour")]
    [InlineData("organization and hour")]
    public async Task SendAsync_ManyHoldsAtOnce_NeverMoreTextsThanTheCeiling(string ceiling)
    {
        var bench = await CodeBench.CreateAsync(database, ceilings: WithSends(ceiling, 5));
        var holds = new List<(OrgContext, Hold)>();
        for (var i = 0; i < 24; i++)
            holds.Add(await bench.HoldAsync(i, PhoneFor(ceiling, i)));

        await Race.AtOnceAsync(holds.Count, i => bench.SendAsync(holds[i], "+447700900001"));

        Race.Report($"{ceiling}: {bench.Gateway.Sent.Count} texts, 5 allowed");
        Assert.Equal(5, bench.Gateway.Sent.Count);
    }

    [Theory]
    [InlineData(7, 10_000)]
    [InlineData(10_000, 7)]
    public async Task VerifyAsync_ManyHoldsOfOnePhoneAtOnce_NeverMoreGuessesThanTheCeiling(int perPhone, int perCaller)
    {
        var ceilings = CodeBench.NoCeilings;
        (ceilings.WrongGuessesPerPhoneAndDay, ceilings.WrongGuessesPerCallerAndDay) = (perPhone, perCaller);
        var bench = await CodeBench.CreateAsync(database, ceilings: ceilings);
        var holds = new List<((OrgContext, Hold) Held, string Wrong)>();
        for (var i = 0; i < 8; i++)
        {
            var held = await bench.HoldAsync(i);
            await bench.SendAsync(held, "+447700900001");
            holds.Add((held, CodeBench.WrongFor(bench.Gateway.LastCode)));
        }

        var answers = await Race.AtOnceAsync(32, i => bench.VerifyAsync(holds[i % 8].Held, holds[i % 8].Wrong, "+447700900001"));

        var spent = await database.ScalarAsync<long>(bench.Org, "select sum(attempts)::bigint from otp_challenge");
        Race.Report($"{spent} guesses spent over 8 holds, 7 allowed");
        Assert.Equal(7, spent);
        Assert.DoesNotContain(answers, answer => answer.IsSuccess);
    }

    [Fact]
    public async Task VerifyAsync_CeilingReachedOnEarlierChallenges_EvenTheRightCodeIsLeftToStaff()
    {
        var ceilings = CodeBench.NoCeilings;
        ceilings.WrongGuessesPerPhoneAndDay = 3;
        var bench = await CodeBench.CreateAsync(database, ceilings: ceilings);
        var first = await bench.HoldAsync(0);
        await bench.SendAsync(first);
        for (var i = 0; i < 3; i++)
            await bench.VerifyAsync(first, CodeBench.WrongFor(bench.Gateway.LastCode));
        var second = await bench.HoldAsync(1);
        await bench.SendAsync(second);

        var refused = await bench.VerifyAsync(second, bench.Gateway.LastCode);

        Assert.Equal(VerifyRefusalKind.Locked, refused.Refusal.Kind);
        Assert.Equal("needs_staff", await bench.StatusAsync(second));
    }

    private static string PhoneFor(string ceiling, int i) => ceiling.StartsWith("phone", StringComparison.Ordinal) ? "+447700900123" : $"+4477009002{i:00}";

    private static OtpCeilings WithSends(string ceiling, int limit)
    {
        var ceilings = CodeBench.NoCeilings;
        switch (ceiling)
        {
            case "phone and hour": ceilings.SendsPerPhoneAndHour = limit; break;
            case "phone and day": ceilings.SendsPerPhoneAndDay = limit; break;
            case "caller and hour": ceilings.SendsPerCallerAndHour = limit; break;
            default: ceilings.SendsPerOrganizationAndHour = limit; break;
        }
        return ceilings;
    }
}
