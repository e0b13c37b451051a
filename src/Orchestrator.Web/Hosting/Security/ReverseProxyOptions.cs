using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Orchestrator.Web.Hosting.Security;

/// <summary>The proxies in front, which end TLS: whom we believe where a request comes from and whether it came over https.</summary>
public sealed class ReverseProxyOptions
{
    public const string Section = "ReverseProxy";

    /// <summary>Addresses (192.0.2.7) and networks (10.0.0.0/8) of proxies on other machines. One on this machine is believed without.</summary>
    public string[] Addresses { get; set; } = [];

    /// <summary>What is wrong, one sentence per fault, each naming its key; empty when all is well.</summary>
    public IEnumerable<string> Faults() => Addresses
        .Select((text, index) => (text, index))
        .Where(given => !IPAddress.TryParse(given.text, out _) && !IPNetwork.TryParse(given.text, out _))
        .Select(given => $"{Section}:{nameof(Addresses)}:{given.index} must be an address such as 192.0.2.7 or a network such as 10.0.0.0/8.");

    /// <summary>
    /// Whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> count. Not <c>X-Forwarded-Host</c>: a proxy that does not know
    /// it hands on whatever a client wrote there.
    /// </summary>
    internal void Apply(ForwardedHeadersOptions forwarded)
    {
        forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        // As many proxies in a row as there are, each of them known.
        forwarded.ForwardLimit = null;
        foreach (var text in Addresses)
        {
            if (IPAddress.TryParse(text, out var address))
                forwarded.KnownProxies.Add(address);
            else
                forwarded.KnownIPNetworks.Add(IPNetwork.Parse(text));
        }
    }
}
