namespace Orchestrator.Core.Redaction.Language;

/// <summary>
/// A fixed-length form of letters and digits. Written as <c>d</c> any digit, <c>n</c> 2-9, <c>L</c> any letter,
/// <c>[A-CE]</c> a set, a digit or capital letter itself; <c>{5}</c> repeats what stands before it.
/// </summary>
internal sealed class Shape
{
    private const ulong AnyDigit = 0x3FF;

    private readonly ulong[] _sets;

    /// <summary>Behind here any digit may stand, up to the end.</summary>
    private readonly int _telling;

    private Shape(ulong[] sets)
    {
        _sets = sets;
        for (var i = 0; i < sets.Length; i++)
        {
            if (sets[i] != AnyDigit) _telling = i + 1;
            if (sets[i] >> 10 == 0) DigitsOnly |= 1UL << i;
            if ((sets[i] & AnyDigit) == 0) LettersOnly |= 1UL << i;
        }
    }

    public int Length => _sets.Length;

    /// <summary>Places, one bit each, where only a digit may stand.</summary>
    public ulong DigitsOnly { get; }

    /// <summary>Places, one bit each, where only a letter may stand.</summary>
    public ulong LettersOnly { get; }

    public bool IsDigits => Array.TrueForAll(_sets, set => set >> 10 == 0);

    /// <summary>Whether a value may begin so; characters are 0-9 for digits, 10-35 for letters.</summary>
    public bool MayBeginWith(int first, int second) => _sets.Length > 1 && (_sets[0] >> first & 1) != 0 && (_sets[1] >> second & 1) != 0;

    public bool Matches(ReadOnlySpan<byte> value)
    {
        if (value.Length != _sets.Length) return false;
        for (var i = 0; i < _sets.Length; i++)
        {
            if ((_sets[i] & Bit(value[i])) == 0) return false;
        }

        return true;
    }

    /// <summary>The same for a value that is known to have digits only.</summary>
    public bool MatchesDigits(ReadOnlySpan<byte> digits)
    {
        if (digits.Length != _sets.Length) return false;
        for (var i = 0; i < _telling; i++)
        {
            if ((_sets[i] & (1UL << (digits[i] - '0'))) == 0) return false;
        }

        return true;
    }

    /// <exception cref="FormatException">The written form is broken: a fault of a data file.</exception>
    public static Shape Parse(string written)
    {
        var sets = new List<ulong>();
        for (var i = 0; i < written.Length; i++)
        {
            switch (written[i])
            {
                case 'd':
                    sets.Add(AnyDigit);
                    break;
                case 'n':
                    sets.Add(0x3FC);
                    break;
                case 'L':
                    sets.Add(((1UL << 26) - 1) << 10);
                    break;
                case '*':
                    sets.Add((1UL << 36) - 1);
                    break;
                case '[':
                    var close = written.IndexOf(']', i);
                    sets.Add(ParseSet(written.AsSpan(i + 1, close - i - 1)));
                    i = close;
                    break;
                case '{':
                    var end = written.IndexOf('}', i);
                    var times = int.Parse(written.AsSpan(i + 1, end - i - 1), System.Globalization.CultureInfo.InvariantCulture);
                    for (var k = 1; k < times; k++) sets.Add(sets[^1]);
                    i = end;
                    break;
                case var c when char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c):
                    sets.Add(Bit((byte)c));
                    break;
                default:
                    throw new FormatException($"Shape '{written}' cannot be read at {i}.");
            }
        }

        return new Shape([.. sets]);
    }

    private static ulong ParseSet(ReadOnlySpan<char> written)
    {
        ulong set = 0;
        for (var i = 0; i < written.Length; i++)
        {
            var last = i + 2 < written.Length && written[i + 1] == '-' ? written[i + 2] : written[i];
            for (var c = written[i]; c <= last; c++) set |= Bit((byte)c);
            if (last != written[i]) i += 2;
        }

        return set;
    }

    private static ulong Bit(byte c) => c switch
    {
        >= (byte)'0' and <= (byte)'9' => 1UL << (c - '0'),
        >= (byte)'A' and <= (byte)'Z' => 1UL << (10 + c - 'A'),
        _ => 0,
    };
}
