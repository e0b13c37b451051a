using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;

namespace Orchestrator.Web.Hosting;

/// <summary>Where the host listens, and what to say when it cannot.</summary>
internal static class Listening
{
    public static void ListenOnLoopbackByDefault(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        string[] keys = ["urls", "http_ports", "https_ports"];
        if (keys.All(key => string.IsNullOrWhiteSpace(builder.Configuration[key])))
            builder.WebHost.UseUrls("http://127.0.0.1:5080");

        foreach (var url in (builder.Configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            RequireAddress(url);
    }

    /// <summary>The addresses as a person types them.</summary>
    public static IEnumerable<string> Addresses(IServiceProvider services) =>
        (services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
            .Select(address => address.Replace("//127.0.0.1:", "//localhost:", StringComparison.Ordinal).TrimEnd('/'));

    /// <summary>The sentence for a failure to listen; null when the failure is of another kind.</summary>
    public static string? Refusal(Exception failure) => failure switch
    {
        IOException { InnerException: AddressInUseException } =>
            $"{failure.Message.TrimEnd('.')}; stop the other program or set ASPNETCORE_URLS to another address.",
        System.Net.Sockets.SocketException { SocketErrorCode: System.Net.Sockets.SocketError.AccessDenied } =>
            "The port of ASPNETCORE_URLS may not be used by this account; ports below 1024 belong to root.",
        System.Net.Sockets.SocketException { SocketErrorCode: System.Net.Sockets.SocketError.AddressNotAvailable } =>
            "The address of ASPNETCORE_URLS does not belong to this machine.",
        InvalidOperationException when failure.Message.StartsWith("Unable to configure HTTPS endpoint", StringComparison.Ordinal) =>
            "ASPNETCORE_URLS names an https address and there is no certificate for it: serve http behind a TLS proxy, or set Kestrel:Certificates:Default.",
        _ => null,
    };

    private static void RequireAddress(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            if (!address.IsUnixPipe && !address.IsNamedPipe && address.Port is < 0 or > IPEndPoint.MaxPort)
                throw new FormatException($"Invalid port: '{address.Port}'");
        }
        catch (FormatException failure)
        {
            throw new StartRefusedException($"ASPNETCORE_URLS (or --urls) is not a list of addresses such as http://localhost:5080: {failure.Message.TrimEnd('.')}.", failure);
        }
    }
}
