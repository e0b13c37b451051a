using System.Diagnostics.CodeAnalysis;

namespace Orchestrator.Core;

/// <summary>
/// What an operation gives: a value, or a refusal that the caller can act on. Refusals are expected and are not
/// exceptions; bugs and broken dependencies throw.
/// </summary>
public sealed class Result<T, TRefusal>
    where T : notnull
    where TRefusal : notnull
{
    private readonly T? _value;
    private readonly TRefusal? _refusal;

    private Result(T? value, TRefusal? refusal, bool isSuccess) => (_value, _refusal, IsSuccess) = (value, refusal, isSuccess);

    public bool IsSuccess { get; }

    /// <exception cref="InvalidOperationException">The operation was refused.</exception>
    public T Value => IsSuccess ? _value! : throw new InvalidOperationException($"Refused: {_refusal}.");

    /// <exception cref="InvalidOperationException">The operation succeeded.</exception>
    public TRefusal Refusal => IsSuccess ? throw new InvalidOperationException("Not refused.") : _refusal!;

    public bool TryGet([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out TRefusal? refusal)
    {
        (value, refusal) = (_value, _refusal);
        return IsSuccess;
    }

    public TOut Match<TOut>(Func<T, TOut> success, Func<TRefusal, TOut> refused) => IsSuccess ? success(_value!) : refused(_refusal!);

    public static implicit operator Result<T, TRefusal>(T value) => new(value, default, true);

    public static implicit operator Result<T, TRefusal>(TRefusal refusal) => new(default, refusal, false);
}
