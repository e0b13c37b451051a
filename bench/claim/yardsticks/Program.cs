using NodaTime;
using Orchestrator.Claim.Bench;
using Orchestrator.Core.Persistence;

// What the claim webhook is held against: the same SQL behind the barest endpoint, and the same rows by the obvious use of EF.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, ClaimJson.Default));
await using var source = OrchestratorDataSource.Create(builder.Configuration["Database"]!, Duration.Zero);
builder.Services.AddSingleton(source);
builder.Services.AddDbContextPool<OrchestratorDbContext>(options => OrchestratorModel.Configure(options, source));
var app = builder.Build();
app.MapPost("/bare", BareEndpoint.ClaimAsync);
app.MapPost("/ef", EfEndpoint.ClaimAsync);
await app.RunAsync();
