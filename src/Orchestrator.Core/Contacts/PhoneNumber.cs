using System.Diagnostics.CodeAnalysis;

namespace Orchestrator.Core.Contacts;

/// <summary>
/// A telephone number in E.164. Its length is possible for its country and, in North America, its shape is; whether it is
/// allocated to anybody is not judged. Two are equal when their E.164 forms are.
/// </summary>
public sealed class PhoneNumber : IEquatable<PhoneNumber>
{
    internal PhoneNumber(string e164, string region) => (E164, Region) = (e164, region);

    /// <summary>The full number with its plus: for sending and storing, never for logs or speech.</summary>
    public string E164 { get; }

    /// <summary>ISO 3166 code of the country; the clinic's own where several share a calling code and the number does not tell.</summary>
    public string Region { get; }

    /// <summary>The two digits that may be spoken.</summary>
    public string LastTwo => E164[^2..];

    /// <summary>
    /// Its range belongs to fixed lines alone. False where a country gives the same ranges to fixed and mobile lines (North
    /// America), and where nobody can tell.
    /// </summary>
    public bool IsLandline => PhoneNumberPlan.IsFixedLine(E164);

    /// <summary>Whoever calls or texts it pays more than for a phone: a premium, shared-cost or forwarding number. Nobody's mobile.</summary>
    public bool IsCostly => PhoneNumberPlan.IsCostly(E164);

    /// <summary>
    /// Reads a number as printed or as spoken. An extension is dropped. After a correction the last complete reading counts;
    /// two different numbers, or one of an impossible length, are refused, never cut.
    /// </summary>
    /// <param name="text">What was heard or typed.</param>
    /// <param name="defaultRegion">ISO 3166 code of the clinic's country, for numbers without a country code.</param>
    /// <param name="allowedCountries">ISO 3166 codes; null or empty allows every country.</param>
    public static Result<PhoneNumber, PhoneNumberRefusal> Read(string? text, string defaultRegion, IReadOnlyCollection<string>? allowedCountries = null)
    {
        ArgumentNullException.ThrowIfNull(defaultRegion);
        var result = PhoneNumberReader.Read(text, defaultRegion);
        if (allowedCountries is not { Count: > 0 } || !result.TryGet(out var number, out _)) return result;

        return allowedCountries.Contains(number.Region, StringComparer.OrdinalIgnoreCase)
            ? number
            : new PhoneNumberRefusal(PhoneNumberRefusalKind.WrongCountry, [.. allowedCountries]);
    }

    /// <inheritdoc cref="Read"/>
    public static bool TryParse(string? text, string defaultRegion, [NotNullWhen(true)] out PhoneNumber? number) => Read(text, defaultRegion).TryGet(out number, out _);

    /// <summary>Takes only E.164 ("+" and digits), as stored; for numbers that were read before.</summary>
    public static bool TryParseE164(string? text, [NotNullWhen(true)] out PhoneNumber? number)
    {
        number = null;
        return text is ['+', .. var digits] && digits.All(char.IsAsciiDigit) && PhoneNumberPlan.TryMake(text, "ZZ", out number) && number.E164 == text;
    }

    public bool Equals(PhoneNumber? other) => other is not null && E164 == other.E164;

    public override bool Equals(object? obj) => Equals(obj as PhoneNumber);

    public override int GetHashCode() => E164.GetHashCode(StringComparison.Ordinal);

    /// <summary>Masked but for the last two digits, so that a number cannot reach a log by accident.</summary>
    public override string ToString() => $"***{LastTwo}";

    public static bool operator ==(PhoneNumber? left, PhoneNumber? right) => Equals(left, right);

    public static bool operator !=(PhoneNumber? left, PhoneNumber? right) => !Equals(left, right);
}
