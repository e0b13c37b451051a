using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using NodaTime;
using Orchestrator.Claim.Bench;
using Orchestrator.Core.Persistence;

// What the claim webhook is held against: the same SQL behind the barest endpoint, and the same rows by the obvious use of EF.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, ClaimJson.Default));
await using var source = OrchestratorDataSource.Create(builder.Configuration["Database"]!, Duration.Zero);
builder.Services.AddSingleton(source);
var app = builder.Build();
app.MapPost("/bare", BareEndpoint.ClaimAsync);

// As its owner, because the serving role may not write audit rows itself; row-level security is forced on both.
var owner = app.Configuration["OwnerDatabase"]!;
var ordinary = Contexts(options => OrchestratorModel.Configure(options, owner));
await using var tunedSource = OrchestratorDataSource.Create(owner, Duration.Zero);
var tuned = Contexts(options => OrchestratorModel.Configure(options, tunedSource));
// With the provider's own settings, and with the product's: statements prepared by themselves, no reset of connections.
app.MapPost("/ef", (Claim claim, IConfiguration settings, CancellationToken ct) => EfEndpoint.ClaimAsync(claim, ordinary, settings, ct));
app.MapPost("/ef-prepared", (Claim claim, IConfiguration settings, CancellationToken ct) => EfEndpoint.ClaimAsync(claim, tuned, settings, ct));
await app.RunAsync();

static PooledDbContextFactory<OrchestratorDbContext> Contexts(Action<DbContextOptionsBuilder> configure)
{
    var options = new DbContextOptionsBuilder<OrchestratorDbContext>();
    configure(options);
    return new(options.Options);
}
