using Orchestrator.Core.Messaging;
using Orchestrator.Core.Messaging.Twilio;
using Xunit;

namespace Orchestrator.Web.Tests.Twilio;

/// <summary>
/// What we ask and what the stand-in answers, held against the official specification. The list of numbers is held against the
/// corrected one that lies beside it: the official one refuses relative page addresses, which Twilio sends.
/// </summary>
public sealed class TwilioStandInCertificationTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Api_AgainstTheSpecification_KeepsIt()
    {
        await using var twilio = await TwilioStandIn.StartAsync();
        await using var prism = await ProxyAsync("twilio-api.openapi.json", twilio);
        using var bench = Bench(prism);
        var account = twilio.AddAccount();
        var service = account.Credential(new SenderRef(null, "MG00000000000000000000000000000001"));

        var fromNumber = await bench.Gateway.SendAsync(account.Credential(), TwilioBench.Text(), Ct);
        var fromService = await bench.Gateway.SendAsync(service, TwilioBench.Text(), Ct);
        var status = await bench.Gateway.GetStatusAsync(service, Assert.IsType<SmsSendResult.Accepted>(fromService).MessageId, Ct);
        var state = await bench.Accounts.GetAccountAsync(account.Login, Ct);
        var listed = await bench.Records.FindAsync(service, TwilioBench.Text().To, Ct);

        Assert.Equal(2, listed?.Count);
        Assert.IsType<SmsSendResult.Accepted>(fromNumber);
        Assert.Equal(SmsStatus.Accepted, status);
        Assert.True(state.IsSuccess, $"{(state.IsSuccess ? null : state.Refusal)}");
    }

    [Fact]
    public async Task Numbers_AgainstTheCorrectedSpecification_KeepIt()
    {
        await using var twilio = await TwilioStandIn.StartAsync();
        await using var prism = await ProxyAsync("overlay-api.openapi.json", twilio);
        using var bench = Bench(prism);
        var account = twilio.AddAccount();
        account.Numbers.Clear();
        account.Numbers.AddRange(Enumerable.Range(1, 60).Select(i => ($"{StandInAccount.DefaultNumber}{i}", true)));
        account.Numbers.Add((StandInAccount.DefaultNumber, true));

        var probe = await bench.Gateway.ProbeAsync(account.Credential(), new SenderRef(StandInAccount.DefaultNumber, null), Ct);
        var sent = await bench.Gateway.SendAsync(account.Credential(), TwilioBench.Text(), Ct);

        Assert.True(probe.IsUsable, probe.Explanation);
        Assert.IsType<SmsSendResult.Accepted>(sent);
    }

    [Fact]
    public async Task Tokens_AgainstTheSpecification_KeepIt()
    {
        await using var twilio = await TwilioStandIn.StartAsync();
        await using var prism = await ProxyAsync("twilio-accounts.openapi.json", twilio);
        using var bench = Bench(prism);
        var account = twilio.AddAccount();

        var second = await bench.Accounts.CreateSecondaryTokenAsync(account.Login, Ct);
        var promoted = await bench.Accounts.PromoteSecondaryTokenAsync(TwilioLogin.WithToken(account.Sid, second.Value.Value), Ct);
        await bench.Accounts.CreateSecondaryTokenAsync(account.Login, Ct);
        var deleted = await bench.Accounts.DeleteSecondaryTokenAsync(account.Login, Ct);

        Assert.True(promoted.IsSuccess);
        Assert.Null(deleted);
    }

    [Fact]
    public async Task Keys_AgainstTheSpecification_KeepIt()
    {
        await using var twilio = await TwilioStandIn.StartAsync();
        await using var prism = await ProxyAsync("twilio-iam.openapi.json", twilio);
        using var bench = Bench(prism);
        var account = twilio.AddAccount();

        var restricted = await bench.Accounts.CreateKeyAsync(account.Login, "org-1-v2", ["/twilio/messaging/messages/create"], Ct);
        var standard = await bench.Accounts.CreateKeyAsync(account.Login, "org-1-v3", null, Ct);
        var found = await bench.Accounts.FindKeysAsync(account.Login, "org-1-v2", Ct);
        var deleted = await bench.Accounts.DeleteKeyAsync(account.Login, restricted.Value.Sid, Ct);

        Assert.True(standard.IsSuccess);
        Assert.Equal([restricted.Value.Sid], found.Value);
        Assert.Null(deleted);
    }

    [Fact]
    public async Task Prism_AnswerThatBreaksTheSpecification_IsCaught()
    {
        await using var twilio = await TwilioStandIn.StartAsync();
        await using var prism = await ProxyAsync("twilio-api.openapi.json", twilio);
        using var bench = Bench(prism);
        twilio.React = _ => StandInReaction.Lie(201, """{"sid":"SM00000000000000000000000000000001","num_segments":1,"status":"on its way"}""");

        var result = await bench.Gateway.SendAsync(twilio.AddAccount().Credential(), TwilioBench.Text(), Ct);

        Assert.Equal(500, Assert.IsType<SmsSendResult.Unknown>(result).HttpStatus);
    }

    private static async Task<PrismProxy> ProxyAsync(string specification, TwilioStandIn twilio)
    {
        var file = SharedSpecification(specification);
        Assert.SkipUnless(file is not null, "The official specification does not lie beside the repository.");
        var (command, reason) = await PrismProxy.FindAsync(Ct);
        Assert.SkipUnless(command is not null, reason ?? "");
        return await PrismProxy.StartAsync(command!, file!, twilio.Address, Ct);
    }

    /// <summary>Prism is slow where the machine is busy, and a text may take its whole time here.</summary>
    private static TwilioBench Bench(PrismProxy prism) => new(prism.Address, options => options.SendTimeout = TimeSpan.FromSeconds(60));

    private static string? SharedSpecification(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", "twilio", name);
            if (File.Exists(file))
                return file;
        }

        return null;
    }
}
