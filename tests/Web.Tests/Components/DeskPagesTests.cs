using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using Npgsql;
using Orchestrator.Core.Activity;
using Orchestrator.Core.Auditing;
using Orchestrator.Core.Booking;
using Orchestrator.Core.Calls.Records;
using Orchestrator.Core.Desk;
using Orchestrator.Core.Messaging;
using Orchestrator.Core.Persistence;
using Orchestrator.Core.Tenancy;
using Orchestrator.Web.Components.Pages.Audit;
using Orchestrator.Web.Components.Pages.Calls;
using Orchestrator.Web.Components.Pages.Holds;
using Orchestrator.Web.Components.Pages.Messages;
using Orchestrator.Web.Components.Pages.Today;
using Orchestrator.Web.Components.Shared;
using Orchestrator.Web.Hosting.PrivatePostgres;
using Orchestrator.Web.Identity;
using Orchestrator.Web.Tests.Identity;
using Xunit;

namespace Orchestrator.Web.Tests.Components;

/// <summary>The four states of each page of the desk, on the real services and a real database.</summary>
public sealed class DeskPagesTests : BunitContext, IClassFixture<PortalFixture>
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    private readonly PortalFixture _portal;

    public DeskPagesTests(PortalFixture portal)
    {
        _portal = portal;
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton(TimeProvider.System);
        Services.AddSingleton(portal.Get<ActivityFeed>());
        Services.AddSingleton(portal.Get<ClinicDirectory>());
        Services.AddSingleton(portal.Get<StaffNames>());
        Services.AddSingleton(portal.Get<HoldDesk>());
        Services.AddSingleton(portal.Get<SandboxInbox>());
        Services.AddSingleton(portal.Get<IHostEnvironment>());
        Use(portal.Get<OrgDb>());
    }

    [Fact]
    public async Task Today_NothingGoesOn_SaysSoAndWhatWouldAppear()
    {
        var page = await OpenAsync<TodayPage>(StaffRole.Receptionist);

        page.WaitForAssertion(() => Assert.Contains("No calls at the moment", page.Markup, StringComparison.Ordinal), s_patience);
        Assert.Contains("Nobody waits for you", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_NothingFitsTheFilter_SaySoAndHowToGoOn()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/harborview/holds?q=nobody-at-all&subject=nothing&state=transferred");
        var holds = await OpenAsync<HoldsPage>(StaffRole.Receptionist);
        var calls = await OpenAsync<CallsPage>(StaffRole.Manager);
        var audit = await OpenAsync<AuditPage>(StaffRole.Auditor);
        var messages = await OpenAsync<MessagesPage>(StaffRole.Auditor);

        messages.WaitForAssertion(() => Assert.Contains("No message fits this filter", messages.Markup, StringComparison.Ordinal), s_patience);
        holds.WaitForAssertion(() => Assert.Contains("No hold fits this filter", holds.Markup, StringComparison.Ordinal), s_patience);
        calls.WaitForAssertion(() => Assert.Contains("No call fits this filter", calls.Markup, StringComparison.Ordinal), s_patience);
        audit.WaitForAssertion(() => Assert.Contains("No entry fits this filter", audit.Markup, StringComparison.Ordinal), s_patience);
    }

    [Fact]
    public async Task Pages_DatabaseIsSilent_ShowThatTheyLoad()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await using var source = Unreachable(((IPEndPoint)silent.LocalEndpoint).Port);
        Use(Db(source));

        Assert.Contains("Loading today", (await OpenAsync<TodayPage>(StaffRole.Receptionist)).Markup, StringComparison.Ordinal);
        Assert.Contains("Loading holds", (await OpenAsync<HoldsPage>(StaffRole.Receptionist)).Markup, StringComparison.Ordinal);
        Assert.Contains("Loading calls", (await OpenAsync<CallsPage>(StaffRole.Receptionist)).Markup, StringComparison.Ordinal);
        Assert.Contains("Loading messages", (await OpenAsync<MessagesPage>(StaffRole.Receptionist)).Markup, StringComparison.Ordinal);
        Assert.Contains("Loading the audit", (await OpenAsync<AuditPage>(StaffRole.Auditor)).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_DatabaseIsGone_SayItWithAReferenceAndOfferAnotherTry()
    {
        await using var source = Unreachable(LoopbackPort.ChooseFree());
        Use(Db(source));

        foreach (var page in new IRenderedComponent<IComponent>[]
                 {
                     await OpenAsync<TodayPage>(StaffRole.Receptionist), await OpenAsync<HoldsPage>(StaffRole.Receptionist),
                     await OpenAsync<CallsPage>(StaffRole.Receptionist), await OpenAsync<AuditPage>(StaffRole.Auditor), await OpenAsync<MessagesPage>(StaffRole.Manager),
                 })
        {
            page.WaitForAssertion(() => Assert.Contains("could not be loaded", page.Find("[role=alert]").TextContent, StringComparison.Ordinal), s_patience);
            Assert.Matches("Reference [0-9A-Z]{8}", page.Find("[role=alert]").TextContent);
            Assert.Contains("Try again", page.Find("[role=alert] button").TextContent, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(StaffRole.Auditor, true)]
    [InlineData(StaffRole.Receptionist, false)]
    public async Task Pages_RoleThatMayNot_ShowNoRowAndSayWhoCanHelp(StaffRole role, bool isDesk)
    {
        var org = await OrgAsync(role);
        var page = Render(builder =>
        {
            builder.OpenComponent<CascadingValue<CurrentOrg>>(0);
            builder.AddComponentParameter(1, "Value", org);
            builder.AddComponentParameter(2, "ChildContent", (RenderFragment)(inner =>
            {
                inner.OpenComponent<PageBoundary>(0);
                inner.AddComponentParameter(1, "ChildContent", (RenderFragment)(body =>
                {
                    body.OpenComponent(0, isDesk ? typeof(TodayPage) : typeof(AuditPage));
                    body.CloseComponent();
                }));
                inner.CloseComponent();
            }));
            builder.CloseComponent();
        });

        page.WaitForAssertion(() => Assert.Contains("You cannot open this page", page.Markup, StringComparison.Ordinal), s_patience);
    }

    private static NpgsqlDataSource Unreachable(int port) => NpgsqlDataSource.Create($"Host=127.0.0.1;Port={port};Username=x;Password=x;Database=x;Timeout=300");

    private static OrgDb Db(NpgsqlDataSource source) => new(new Contexts(source), source);

    private void Use(OrgDb db)
    {
        var (guard, clinics) = (_portal.Get<StaffGuard>(), _portal.Get<ClinicDirectory>());
        var desk = new DeskService(db, guard, clinics, TimeProvider.System);
        Services.AddSingleton(desk);
        Services.AddSingleton(new HoldList(db, guard, clinics, desk, TimeProvider.System));
        var records = new CallRecords(db, guard);
        Services.AddSingleton(records);
        Services.AddSingleton(new CallList(db, guard, clinics, records));
        Services.AddSingleton(new TextList(db, guard, clinics, TimeProvider.System));
        Services.AddSingleton(new AuditLog(db, guard, clinics, new AuditVerifier(db)));
    }

    private async Task<IRenderedComponent<TPage>> OpenAsync<TPage>(StaffRole role)
        where TPage : IComponent
    {
        var org = await OrgAsync(role);
        return Render<TPage>(page => page.AddCascadingValue(org));
    }

    private async Task<CurrentOrg> OrgAsync(StaffRole role)
    {
        // The renderer comes out of the services, which are closed from then on: a test may change them until here.
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        return new CurrentOrg(
            new OrgContext(_portal.Harborview, Actor.Staff(await _portal.UserAsync(DevelopmentSignIns.EmailOf(role, "harborview")))),
            "harborview", "Harborview Family Clinic", DateTimeZoneProviders.Tzdb["America/Los_Angeles"], CultureInfo.GetCultureInfo("en-US"), role, IsTest: false);
    }

    private sealed class Contexts(NpgsqlDataSource source) : IDbContextFactory<OrchestratorDbContext>
    {
        public OrchestratorDbContext CreateDbContext()
        {
            var options = new DbContextOptionsBuilder<OrchestratorDbContext>();
            OrchestratorModel.Configure(options, source);
            return new OrchestratorDbContext(options.Options);
        }
    }
}
