namespace Orchestrator.Core.Redaction.Language;

/// <summary>Check digits over a value's letters and digits (capitals, nothing else).</summary>
internal static class Checksums
{
    private static ReadOnlySpan<byte> NhsWeights => [10, 9, 8, 7, 6, 5, 4, 3, 2];

    private static ReadOnlySpan<byte> TfnWeights => [1, 4, 3, 7, 5, 8, 6, 9, 10];

    private static ReadOnlySpan<byte> MedicareWeights => [1, 3, 7, 9, 1, 3, 7, 9];

    /// <summary>Twice a digit, its own digits added up.</summary>
    private static ReadOnlySpan<byte> Doubled => [0, 2, 4, 6, 8, 1, 3, 5, 7, 9];

    private static ReadOnlySpan<byte> VinWeights => [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

    public static bool Holds(Checksum checksum, ReadOnlySpan<byte> value) => checksum switch
    {
        Checksum.None => true,
        Checksum.Luhn => Luhn(value),
        Checksum.Nhs => NhsDigit(value) == Digit(value[9]),
        Checksum.Aba => Aba(value),
        Checksum.Iban => Iban(value),
        Checksum.Ssn => Ssn(value),
        Checksum.Itin => value[0] == '9' && value[3] is >= (byte)'5',
        Checksum.Tfn => Weighted(value, TfnWeights) % 11 == 0,
        Checksum.AuMedicare => Weighted(value, MedicareWeights) % 10 == Digit(value[8]),
        Checksum.Npi => (LuhnSum(value) + 24) % 10 == 0,
        Checksum.Dea => Dea(value),
        Checksum.Vin => Vin(value),
        Checksum.Pps => Pps(value),
        Checksum.Nif => Nif(value),
        Checksum.Card => !IsOneDigit(value) && Luhn(value),
    };

    public static bool Luhn(ReadOnlySpan<byte> value) => LuhnSum(value) % 10 == 0;

    private static int Digit(byte c) => c - '0';

    private static int LuhnSum(ReadOnlySpan<byte> value)
    {
        var sum = 0;
        for (var i = value.Length - 1; i >= 0; i -= 2) sum += Digit(value[i]);
        for (var i = value.Length - 2; i >= 0; i -= 2) sum += Doubled[Digit(value[i])];
        return sum;
    }

    private static int Weighted(ReadOnlySpan<byte> value, ReadOnlySpan<byte> weights)
    {
        var sum = 0;
        for (var i = 0; i < weights.Length; i++) sum += weights[i] * Digit(value[i]);
        return sum;
    }

    private static int NhsDigit(ReadOnlySpan<byte> value) => (11 - (Weighted(value, NhsWeights) % 11)) switch
    {
        11 => 0,
        var digit => digit,
    };

    private static bool Aba(ReadOnlySpan<byte> value)
    {
        var sum = (3 * (Digit(value[0]) + Digit(value[3]) + Digit(value[6])))
            + (7 * (Digit(value[1]) + Digit(value[4]) + Digit(value[7])))
            + Digit(value[2]) + Digit(value[5]) + Digit(value[8]);
        return sum % 10 == 0 && sum > 0;
    }

    private static bool Iban(ReadOnlySpan<byte> value)
    {
        var rest = 0;
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[(i + 4) % value.Length];
            rest = c <= '9' ? ((rest * 10) + Digit(c)) % 97 : ((rest * 100) + c - 'A' + 10) % 97;
        }

        return rest == 1;
    }

    /// <summary>Areas 000, 666 and 900-999, group 00 and serial 0000 were never given out (SSA, 2011).</summary>
    private static bool Ssn(ReadOnlySpan<byte> value) =>
        value[0] != '9' && !value[..3].SequenceEqual("000"u8) && !value[..3].SequenceEqual("666"u8)
        && !value[3..5].SequenceEqual("00"u8) && !value[5..].SequenceEqual("0000"u8);

    private static bool Dea(ReadOnlySpan<byte> value)
    {
        var sum = Digit(value[2]) + Digit(value[4]) + Digit(value[6]) + (2 * (Digit(value[3]) + Digit(value[5]) + Digit(value[7])));
        return sum % 10 == Digit(value[8]);
    }

    private static bool Vin(ReadOnlySpan<byte> value)
    {
        var sum = 0;
        for (var i = 0; i < value.Length; i++) sum += VinWeights[i] * VinValue(value[i]);
        return sum % 11 == (value[8] == 'X' ? 10 : value[8] <= '9' ? Digit(value[8]) : -1);
    }

    private static int VinValue(byte c) => c switch
    {
        <= (byte)'9' => Digit(c),
        <= (byte)'H' => c - 'A' + 1,
        <= (byte)'R' => c - 'J' + 1,
        _ => c - 'S' + 2,
    };

    /// <summary>Irish PPS number: weights 8 to 2, a second letter (A is 1, W is 0) counts nine times.</summary>
    private static bool Pps(ReadOnlySpan<byte> value)
    {
        var sum = 0;
        for (var i = 0; i < 7; i++) sum += (8 - i) * Digit(value[i]);
        if (value.Length == 9) sum += 9 * (value[8] == 'W' ? 0 : value[8] - 'A' + 1);
        var rest = sum % 23;
        return value[7] == (rest == 0 ? 'W' : 'A' + rest - 1);
    }

    /// <summary>Spanish NIF and NIE: the number modulo 23 picks the letter; X, Y, Z count as 0, 1, 2.</summary>
    private static bool Nif(ReadOnlySpan<byte> value)
    {
        var number = value[0] >= 'X' ? value[0] - 'X' : Digit(value[0]);
        for (var i = 1; i < 8; i++) number = (number * 10) + Digit(value[i]);
        return value[8] == "TRWAGMYFPDXBNJZSQVHLCKE"u8[number % 23];
    }

    private static bool IsOneDigit(ReadOnlySpan<byte> value) => !value.ContainsAnyExcept(value[0]);
}
