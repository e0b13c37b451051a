namespace Orchestrator.Web.Hosting;

/// <summary>
/// Endpoints for programs that prove their caller by themselves. They run ahead of the portal's middleware: sessions,
/// antiforgery and pages for refusals are for people.
/// </summary>
internal static class DirectEndpoints
{
    public static TBuilder RunDirectly<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(Marker.Instance);

    public static void UseDirectEndpoints(this WebApplication app) => app.Use(next => http =>
        http.GetEndpoint() is { RequestDelegate: { } run } endpoint && endpoint.Metadata.GetMetadata<Marker>() is not null ? run(http) : next(http));

    private sealed class Marker
    {
        public static readonly Marker Instance = new();
    }
}
