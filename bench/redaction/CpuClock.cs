using System.Runtime.InteropServices;

namespace Orchestrator.Redaction.Bench;

/// <summary>Time that this thread really ran: the machine may be shared.</summary>
internal static partial class CpuClock
{
    private const int ThreadCpuTime = 3;

    public static double Milliseconds()
    {
        _ = GetTime(ThreadCpuTime, out var time);
        return (time.Seconds * 1e3) + (time.Nanoseconds / 1e6);
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out TimeSpec time);

    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
