using CsCheck;

namespace Orchestrator.Core.Tests.Speech;

internal static class Pick
{
    public static Gen<T> From<T>(params T[] items) => Gen.Int[0, items.Length - 1].Select(at => items[at]);
}
