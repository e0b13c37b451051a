using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Orchestrator.Core.Auditing;
using Orchestrator.Core.Booking;
using Orchestrator.Core.Calls;
using Orchestrator.Core.Calls.Records;
using Orchestrator.Core.Credentials;
using Orchestrator.Core.Desk;
using Orchestrator.Core.Exports;
using Orchestrator.Core.Messaging;
using Orchestrator.Core.Tenancy;
using Orchestrator.Core.Verification;
using Xunit;

namespace Orchestrator.Core.Tests;

/// <summary>The staff services of one clinic, on the test database, with the sandbox for texts.</summary>
internal sealed class TestDesk
{
    private readonly TestDatabase _database;
    private readonly FakeStaffAccess _access = new();
    private readonly StaffGuard _guard;
    private readonly ClinicDirectory _clinics;

    private TestDesk(TestDatabase database, TestClinic clinic)
    {
        (_database, Clinic, _guard) = (database, clinic, new StaffGuard(_access));
        var keys = new KeyRing(new Dictionary<string, byte[]> { ["k1"] = new byte[32] });
        var feed = new OrgChangeFeed(database.Source, NullLogger<OrgChangeFeed>.Instance);
        _clinics = new ClinicDirectory(new OrgStore(database.Db, keys), feed);
        Bookings = new BookingService(database.Db, database.Activity);
        Texts = new SandboxInbox();
        var credentials = new SmsCredentials(
            new SmsCredentialStores(database.Db, _clinics, keys, new SandboxPolicy(IsAllowedEverywhere: true)), feed, TimeProvider.System, NullLogger<SmsCredentials>.Instance);
        Codes = new CodeSender(
            new DispatchStore(database.Db, keys, new OtpCeilings(), TimeProvider.System, database.Activity),
            Bookings,
            credentials,
            new SmsSender(
                new SandboxSmsGateway(Texts, TimeProvider.System), credentials, new CredentialUseCounter(database.Db, TimeProvider.System, database.Activity),
                new CredentialNotes(database.Db, database.Activity), NullLogger<SmsSender>.Instance),
            new VoiceCodeOptions(),
            TimeProvider.System,
            NullLogger<CodeSender>.Instance);
    }

    public TestClinic Clinic { get; }

    public BookingService Bookings { get; }

    public CodeSender Codes { get; }

    public SandboxInbox Texts { get; }

    public ICallEvents Calls => new Calls.TestCalls(_database).Events;

    public HoldDesk Holds => new(_database.Db, _guard, _clinics, Codes, _database.Activity);

    public DeskService Desk => new(_database.Db, _guard, _clinics, TimeProvider.System);

    public HoldList HoldList => new(_database.Db, _guard, _clinics, Desk, TimeProvider.System);

    public TextList TextList => new(_database.Db, _guard, _clinics, TimeProvider.System);

    public CallList CallList => new(_database.Db, _guard, _clinics, new CallRecords(_database.Db, _guard));

    public AuditLog Audit => new(_database.Db, _guard, _clinics, new AuditVerifier(_database.Db));

    public AuditExport AuditExport => new(Audit, new AuditedExport(_database.Db, _database.Activity), _guard);

    public DeskExport DeskExport => new(HoldList, CallList, TextList, new AuditedExport(_database.Db, _database.Activity), _guard, _clinics);

    public static async Task<TestDesk> OpenAsync(TestDatabase database, int providers = 1) => new(database, await TestClinic.CreateAsync(database, providers));

    public OrgContext Somebody(StaffRole role)
    {
        var user = Guid.CreateVersion7();
        _access.Set(Clinic.Org, user, role);
        return new OrgContext(Clinic.Org, Actor.Staff(user));
    }

    /// <summary>A new call holds the slot so many half hours after the first.</summary>
    public async Task<(OrgContext Call, SeenHold Hold)> HoldAsync(int slot = 0, Duration? length = null, string patient = "Ada Byron")
    {
        var call = Clinic.NewCall();
        var claimed = await Bookings.ClaimAsync(
            call, Clinic.Claim(TestClinic.FirstSlot + Duration.FromMinutes(30 * slot), patient, hold: length), TestContext.Current.CancellationToken);
        return (call, await SeeAsync(TestClinic.HoldId(claimed.Value)));
    }

    /// <summary>The hold as a page shows it now.</summary>
    public async Task<SeenHold> SeeAsync(Guid holdId) =>
        (await HoldList.GetAsync(Somebody(StaffRole.Receptionist), holdId, TestContext.Current.CancellationToken))!.Row.Seen;

    public async Task<HoldRow> RowAsync(Guid holdId) =>
        (await HoldList.GetAsync(Somebody(StaffRole.Receptionist), holdId, TestContext.Current.CancellationToken))!.Row;
}
