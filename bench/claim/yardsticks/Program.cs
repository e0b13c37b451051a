using Microsoft.EntityFrameworkCore;
using Npgsql;
using Orchestrator.Claim.Bench;

// What the claim webhook is held against: the same SQL behind the barest endpoint, and the endpoint that anyone would write first.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, ClaimJson.Default));
var connection = new NpgsqlConnectionStringBuilder(builder.Configuration["Database"]) { NoResetOnClose = true, MaxAutoPrepare = 64, AutoPrepareMinUsages = 2 };
await using var source = NpgsqlDataSource.Create(connection);
builder.Services.AddSingleton(source);
builder.Services.AddDbContextPool<SimpleContext>(options => options.UseNpgsql(source));
var app = builder.Build();
app.MapPost("/bare", BareEndpoint.ClaimAsync);
app.MapPost("/simple", SimpleEndpoint.ClaimAsync);
await app.RunAsync();
