using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace Orchestrator.Web.Vapi.Authentication;

/// <summary>
/// Counts, per address and minute, requests that proved nothing. Vapi's addresses are shared by all its customers, so a
/// good credential is never refused for what others sent from the same address: only refusals are counted and only they
/// become 429.
/// </summary>
internal sealed class StrangerBudget(IOptions<VapiOptions> options, TimeProvider time)
{
    // Past this many addresses in a minute the rest share one count: a flood from many must not fill the memory.
    private const int MostAddresses = 20_000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly int _perMinute = options.Value.UnverifiedPerMinute;
    private Minute _current = new(time.GetTimestamp());

    /// <summary>Counts one refusal; false where the address has had its share of them.</summary>
    public bool TrySpend(IPAddress? address)
    {
        var minute = _current;
        if (time.GetElapsedTime(minute.BeganAt) >= Window)
        {
            Interlocked.CompareExchange(ref _current, new Minute(time.GetTimestamp()), minute);
            minute = _current;
        }

        return minute.CountFor(Network(address)) <= _perMinute;
    }

    /// <summary>One IPv6 customer has a whole /64 to send from.</summary>
    private static IPAddress Network(IPAddress? address)
    {
        if (address is null)
            return IPAddress.None;
        if (address.AddressFamily is not AddressFamily.InterNetworkV6 || address.IsIPv4MappedToIPv6)
            return address;
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        bytes[8..].Clear();
        return new IPAddress(bytes);
    }

    private sealed class Minute(long beganAt)
    {
        private readonly ConcurrentDictionary<IPAddress, Counter> _counters = new();
        private readonly Counter _rest = new();
        private int _addresses;

        public long BeganAt { get; } = beganAt;

        public int CountFor(IPAddress address)
        {
            if (!_counters.TryGetValue(address, out var counter))
                counter = Interlocked.Increment(ref _addresses) <= MostAddresses ? _counters.GetOrAdd(address, new Counter()) : _rest;
            return Interlocked.Increment(ref counter.Value);
        }
    }

    private sealed class Counter
    {
        public int Value;
    }
}
