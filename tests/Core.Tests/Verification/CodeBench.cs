using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Orchestrator.Core.Booking;
using Orchestrator.Core.Contacts;
using Orchestrator.Core.Credentials;
using Orchestrator.Core.Messaging;
using Orchestrator.Core.Scheduling;
using Orchestrator.Core.Tenancy;
using Orchestrator.Core.Verification;
using Xunit;

namespace Orchestrator.Core.Tests.Verification;

/// <summary>One clinic with everything that sends and checks codes, over a fake provider.</summary>
internal sealed class CodeBench
{
    public static readonly KeyRing Keys = new(new Dictionary<string, byte[]> { ["k1"] = RandomNumberGenerator.GetBytes(32) });

    private readonly TestDatabase _database;
    private readonly TestClinic _clinic;
    private readonly OtpCeilings _ceilings;

    private CodeBench(TestDatabase database, TestClinic clinic, OtpPolicy policy, OtpCeilings ceilings)
    {
        (_database, _clinic, _ceilings) = (database, clinic, ceilings);
        Clinic = new Clinic
        {
            Org = clinic.Org, Slug = "test", Version = 1, Name = "Test", Country = "GB", Locale = CultureInfo.GetCultureInfo("en-GB"),
            HoldLength = Duration.FromMinutes(10), Otp = policy, IsTest = false,
            Finder = new SlotFinder(new ClinicSchedule
            {
                Zone = DateTimeZone.Utc, SlotIntervalMinutes = 30, MinNotice = Duration.Zero, HorizonDays = 3650, Locations = [], Services = [], Providers = [],
            }),
        };
    }

    public static OtpPolicy Policy { get; } = new(6, Duration.FromMinutes(5), 5, Duration.FromSeconds(30), 3, true, ImmutableArray.Create("GB"));

    /// <summary>Ceilings that no test reaches by accident.</summary>
    public static OtpCeilings NoCeilings => new()
    {
        SendsPerPhoneAndHour = 10_000, SendsPerPhoneAndDay = 10_000, SendsPerCallerAndHour = 10_000, SendsPerOrganizationAndHour = 10_000,
        WrongGuessesPerPhoneAndDay = 10_000, WrongGuessesPerCallerAndDay = 10_000,
    };

    public Clinic Clinic { get; }

    public OrgId Org => _clinic.Org;

    public FakeSmsGateway Gateway { get; } = new();

    /// <summary>The senders' clock; it stands still until stepped.</summary>
    public FakeTimeProvider Time { get; } = new(TimeProvider.System.GetUtcNow());

    public VoiceCodeOptions Voice { get; } = new();

    public SmsCredential? Credential { get; set; } = new SandboxCredential(default, "test");

    /// <summary>What a refused login is replaced with.</summary>
    public SmsCredential? Renewed { get; set; }

    public BookingService Bookings => new(_database.Db, _database.Activity);

    public static async Task<CodeBench> CreateAsync(TestDatabase database, OtpPolicy? policy = null, OtpCeilings? ceilings = null, int rooms = 0) =>
        new(database, await TestClinic.CreateAsync(database, rooms: rooms), policy ?? Policy, ceilings ?? NoCeilings);

    /// <summary>A code that was never sent for these: one digit off.</summary>
    public static string WrongFor(string code) => $"{(code[0] - '0' + 1) % 10}{code[1..]}";

    public CodeSender Sender() => new(Store(), Bookings, new Credentials(this), Texts(), Voice, Time, NullLogger<CodeSender>.Instance);

    public SmsSender Texts() => new(
        Gateway, new Credentials(this), new CredentialUseCounter(_database.Db, Time, _database.Activity), new CredentialNotes(_database.Db, _database.Activity), NullLogger<SmsSender>.Instance);

    /// <summary>What prepares and finishes dispatches, without the sender in between.</summary>
    public DispatchStore Store() => StoreOn(_database.Db);

    public DispatchStore StoreOn(OrgDb db) => new(db, Keys, _ceilings, Time, _database.Activity);

    public CodeVerifier Verifier() => new(_database.Db, Bookings, Keys, _ceilings, _database.Activity);

    public async Task<(OrgContext Call, Hold Hold)> HoldAsync(int hour = 0, string phone = "+447700900123", Duration? life = null)
    {
        var call = _clinic.NewCall();
        var request = _clinic.Claim(TestClinic.FirstSlot + Duration.FromHours(hour), hold: life) with { Phone = PhoneNumber.Read(phone, "GB").Value };
        var claimed = await Bookings.ClaimAsync(call, request, TestContext.Current.CancellationToken);
        var id = TestClinic.HoldId(claimed.Value);
        return (call, new Hold(id, _clinic.Providers[0], _clinic.Service, request.Start, request.End, BookingStatus.Held, null, call.CallId, request.Phone.E164));
    }

    /// <summary>The same call claims the same time for the same patient, with another number.</summary>
    public async Task ClaimAgainAsync((OrgContext Call, Hold Hold) held, string phone)
    {
        var request = _clinic.Claim(held.Hold.StartsAt) with { Phone = PhoneNumber.Read(phone, "GB").Value };
        var claimed = await Bookings.ClaimAsync(_clinic.Call(held.Call.CallId!), request, TestContext.Current.CancellationToken);
        Assert.Equal(held.Hold.Id, TestClinic.HoldId(claimed.Value));
    }

    public Task<Result<CodeDispatched, SendRefusal>> SendAsync((OrgContext Call, Hold Hold) held, string? caller = null) =>
        Sender().SendAsync(held.Call, Clinic, held.Hold, caller, TestContext.Current.CancellationToken);

    public Task<Result<Confirmation, VerifyRefusal>> VerifyAsync((OrgContext Call, Hold Hold) held, string code, string? caller = null) =>
        Verifier().VerifyAsync(held.Call, held.Hold, SpokenCode.Read(code, code.Length).Value, caller, TestContext.Current.CancellationToken);

    /// <summary>As if this much time had passed for the hold, its challenges and their texts.</summary>
    public async Task PassAsync((OrgContext Call, Hold Hold) held, TimeSpan time)
    {
        var span = $"interval '{time.TotalMilliseconds.ToString(CultureInfo.InvariantCulture)} ms'";
        await _database.ExecuteAsOwnerAsync(Org, $"update booking set hold_expires_at = hold_expires_at - {span} where id = '{held.Hold.Id}'");
        await _database.ExecuteAsOwnerAsync(Org, $"""
            update otp_dispatch d set started_at = started_at - {span}, code_expires_at = code_expires_at - {span}
              from otp_challenge c where c.id = d.challenge_id and c.booking_id = '{held.Hold.Id}'
            """);
        await _database.ExecuteAsOwnerAsync(Org, $"""
            update otp_challenge set created_at = created_at - {span}, expires_at = expires_at - {span}, next_send_at = next_send_at - {span}
             where booking_id = '{held.Hold.Id}'
            """);
    }

    /// <summary>The newest challenge as <c>state attempts/max sends live-MACs</c>.</summary>
    public Task<string> ChallengeAsync((OrgContext Call, Hold Hold) held) => _database.ScalarAsync<string>(Org, """
        select format('%s %s/%s sends=%s macs=%s', c.state, c.attempts, c.max_attempts, c.sends,
                 (select count(*) from otp_dispatch d where d.challenge_id = c.id and d.mac is not null))
          from otp_challenge c where c.booking_id = $1 order by c.created_at desc limit 1
        """, held.Hold.Id);

    /// <summary>The states of a hold's texts, oldest first.</summary>
    public Task<string> DispatchesAsync((OrgContext Call, Hold Hold) held) => _database.ScalarAsync<string>(Org, """
        select coalesce(string_agg(d.state, ' ' order by d.started_at, d.generation), '')
          from otp_dispatch d join otp_challenge c on c.id = d.challenge_id where c.booking_id = $1
        """, held.Hold.Id);

    public Task<string> StatusAsync((OrgContext Call, Hold Hold) held) =>
        _database.ScalarAsync<string>(Org, "select status from booking where id = $1", held.Hold.Id);

    private sealed class Credentials(CodeBench bench) : ISmsCredentials
    {
        public ValueTask<SmsCredential?> FindAsync(OrgContext context, CancellationToken ct) => new(bench.Credential);

        public ValueTask<SmsCredential?> RenewAsync(OrgContext context, SmsCredential refused, CancellationToken ct) => new(bench.Renewed);
    }
}
