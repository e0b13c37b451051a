using System.Net;
using System.Net.Sockets;

namespace Orchestrator.Web.Hosting.PrivatePostgres;

internal static class LoopbackPort
{
    // Below the range from which systems take the ports of outgoing connections, so that the recorded port stays free.
    private const int First = 15432;
    private const int Last = 19999;

    public static int ChooseFree()
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            var port = Random.Shared.Next(First, Last + 1);
            if (IsFree(port))
                return port;
        }

        throw new PrivatePostgresException($"No free loopback port between {First} and {Last} was found for the private PostgreSQL server; set EmbeddedPostgres:Port.");
    }

    public static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
