using Orchestrator.Core.Credentials;
using Orchestrator.Core.Tenancy;
using Xunit;

namespace Orchestrator.Web.Tests.Twilio;

/// <summary>One clinic of a <see cref="TextingHost"/>, rung through the webhook.</summary>
internal sealed class TextingClinic(TextingHost host, OrgId org, string slug, StandInAccount account) : ClinicLine(host.Http, SecretOf(slug))
{
    public OrgId Org => org;

    public string Slug => slug;

    public StandInAccount Account => account;

    public string Secret => SecretOf(slug);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The newest text that went out for the clinic.</summary>
    public StandInMessage LastText() => host.Twilio.Messages.Last(message => message.Account == account);

    public Task<string> StateOfAsync(StandInMessage text) =>
        host.ScalarAsync<string>(org, $"select concat_ws(' ', state, provider_status, error_code) from sms_message where id = '{text.StatusCallback!.Split('/')[^1]}'");

    /// <summary>A new token is in use, and the version with the old one is retiring.</summary>
    public async Task<string> RotateTokenAsync()
    {
        var token = account.Secondary = $"{Guid.NewGuid():N}";
        var context = new OrgContext(org, Actor.Operator("test"));
        var draft = await host.Get<CredentialDrafts>().PasteAsync(context, new NewCredential(null, null, null, token, null, null), "a test", Ct);
        Assert.True(draft.IsSuccess, draft.IsSuccess ? "" : draft.Refusal.ToString());
        Assert.True((await host.Get<CredentialTests>().TestAsync(context, draft.Value, Ct)).IsSuccess);
        Assert.True((await host.Get<CredentialSwitch>().ActivateAsync(context, draft.Value, "a test", Ct)).IsSuccess);
        return token;
    }

    /// <summary>As its file has it.</summary>
    public static string SecretOf(string slug) => $"secret-of-{slug}-0123456789abcdef";
}
