using Orchestrator.Core;
using Orchestrator.Core.Contacts;
using Orchestrator.Core.Credentials;
using Orchestrator.Core.Messaging;
using Orchestrator.Core.Tenancy;
using Orchestrator.Web.Tests.Twilio;
using Xunit;

namespace Orchestrator.Web.Tests.Credentials;

/// <summary>One clinic in the middle of a rotation, and its account at the stand-in.</summary>
internal sealed class RotationClinic(RotationFixture fixture, OrgId org, string slug, StandInAccount account)
{
    public const string Why = "because a test says so";

    public OrgId Org => org;

    public string Slug => slug;

    public StandInAccount Account => account;

    public OrgContext Context { get; } = new(org, Actor.Operator("test"));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public Task<CredentialStory> StoryAsync() => fixture.Get<CredentialDesk>().ReadAsync(Context, Ct);

    public Task<Result<Guid, CredentialRefusal>> PasteAsync(NewCredential given) => fixture.Get<CredentialDrafts>().PasteAsync(Context, given, Why, Ct);

    public Task<Result<Guid, CredentialRefusal>> CreateKeyAsync() => fixture.Get<CredentialDrafts>().CreateKeyAsync(Context, Why, Ct);

    public Task<Result<Guid, CredentialRefusal>> CreateTokenAsync() => fixture.Get<CredentialDrafts>().CreateTokenAsync(Context, Why, Ct);

    public Task<Result<Guid, CredentialRefusal>> ContinueAsync(Guid id) => fixture.Get<CredentialDrafts>().ContinueAsync(Context, id, Ct);

    public Task<Result<string, CredentialRefusal>> TestAsync(Guid id) => fixture.Get<CredentialTests>().TestAsync(Context, id, Ct);

    public Task<Result<string, CredentialRefusal>> ActivateAsync(Guid id) => fixture.Get<CredentialSwitch>().ActivateAsync(Context, id, Why, Ct);

    public Task<Result<string, CredentialRefusal>> PromoteAsync(Guid id) => fixture.Get<CredentialSwitch>().PromoteAsync(Context, id, Ct);

    public Task<Result<string, CredentialRefusal>> RevokeAsync(Guid id) => fixture.Get<CredentialEnd>().RevokeAsync(Context, id, Why, Ct);

    public Task<Result<string, CredentialRefusal>> RevokeNowAsync(Guid id) => fixture.Get<CredentialEnd>().RevokeNowAsync(Context, id, Why, Ct);

    /// <summary>Stored, tested and in use.</summary>
    public async Task<Guid> ReplaceAsync(Func<Task<Result<Guid, CredentialRefusal>>> begin)
    {
        var begun = await begin();
        Assert.True(begun.IsSuccess, begun.IsSuccess ? "" : begun.Refusal.ToString());
        var tested = await TestAsync(begun.Value);
        Assert.True(tested.IsSuccess, tested.IsSuccess ? "" : tested.Refusal.ToString());
        Assert.True((await ActivateAsync(begun.Value)).IsSuccess);
        return begun.Value;
    }

    /// <summary>One text through an instance, with whatever that instance has for the clinic.</summary>
    public async Task<SmsSendResult> TextAsync(int instance = 0)
    {
        var credential = await fixture.Get<ISmsCredentials>(instance).FindAsync(Context, Ct);
        return credential is null
            ? new SmsSendResult.NotSent("no credential", null)
            : await fixture.Get<SmsSender>(instance).SendAsync(Context, credential, Message(), Ct);
    }

    /// <summary>The clinic's voice agent at that instance.</summary>
    public ClinicLine Line(int instance) => new(fixture.Http(instance), TextingClinic.SecretOf(slug));

    public static SmsMessage Message() => new(
        SmsKind.Notice, PhoneNumber.TryParseE164("+12025550166", out var to) ? to : throw new InvalidOperationException("Not a number."), "Hello.", Guid.NewGuid(), TimeSpan.FromMinutes(5), 1);

    /// <summary>As if so much time had passed for its versions.</summary>
    public Task PassAsync(TimeSpan time) => fixture.ExecuteAsync(org, $"""
        update credential_version set activated_at = activated_at - interval '{time.TotalSeconds} s', retired_at = retired_at - interval '{time.TotalSeconds} s',
          promoted_at = promoted_at - interval '{time.TotalSeconds} s', asked_at = asked_at - interval '{time.TotalSeconds} s', created_at = created_at - interval '{time.TotalSeconds} s'
        """);

    /// <summary>The states in the order of their numbers: <c>revoked active</c>.</summary>
    public async Task<string> StatesAsync() => string.Join(' ', (await StoryAsync()).Versions.Reverse().Select(version => version.State.ToString().ToLowerInvariant()));
}
