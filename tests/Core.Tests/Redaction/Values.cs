namespace Orchestrator.Core.Tests.Redaction;

/// <summary>Random identifiers with right check digits.</summary>
internal static class Values
{
    private static readonly string[] FirstNames = ["Rebecca", "Tom", "Priya", "Siobhan", "Oliver", "Amelia", "Carlos", "Maria", "Aoife", "David", "Fatima", "Chidi"];
    private static readonly string[] LastNames = ["Hollis", "Okafor", "Nair", "Kelly", "Grantham", "Ruiz", "Murphy", "Chen", "Adeyemi", "Fitzgerald", "Kowalski", "Nguyen"];
    private static readonly string[] MailHosts = ["gmail.com", "example.org", "hotmail.co.uk", "eircom.net", "outlook.com.au", "yahoo.ca"];

    public static string Name(Random random) => $"{Pick(random, FirstNames)} {Pick(random, LastNames)}";

    public static (string Digits, int[] Groups) Phone(Random random) => random.Next(6) switch
    {
        0 => ($"{Area(random)}{random.Next(2, 10)}{Digits(random, 6)}", [3, 3, 4]),
        1 => ($"07{random.Next(1, 10)}{Digits(random, 8)}", [5, 3, 3]),
        2 => ($"020{random.Next(3, 9)}{Digits(random, 7)}", [3, 4, 4]),
        3 => ($"08{Pick(random, ["3", "5", "6", "7", "9"])}{Digits(random, 7)}", [3, 3, 4]),
        4 => ($"04{Digits(random, 8)}", [4, 3, 3]),
        _ => ($"1{Area(random)}{random.Next(2, 10)}{Digits(random, 6)}", [1, 3, 3, 4]),
    };

    public static string Card(Random random)
    {
        var digits = Pick(random, ["4", "51", "2221", "6011"]);
        digits += Digits(random, 15 - digits.Length);
        for (var check = '0'; check <= '9'; check++)
        {
            if (Luhn(digits + check)) return digits + check;
        }

        throw new InvalidOperationException("A check digit exists for every number.");
    }

    public static string Ssn(Random random) => $"{random.Next(100, 666)}{random.Next(10, 100)}{random.Next(1000, 10000)}";

    public static string Mail(Random random) => $"{Pick(random, FirstNames)}.{Pick(random, LastNames)}{random.Next(100)}@{Pick(random, MailHosts)}".ToLowerInvariant();

    public static string Digits(Random random, int count) => string.Concat(Enumerable.Range(0, count).Select(_ => (char)('0' + random.Next(10))));

    public static T Pick<T>(Random random, IReadOnlyList<T> values) => values[random.Next(values.Count)];

    private static string Area(Random random) => $"{random.Next(2, 10)}{random.Next(0, 9)}{random.Next(10)}";

    private static bool Luhn(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            sum += i % 2 == 0 ? digit : digit > 4 ? (2 * digit) - 9 : 2 * digit;
        }

        return sum % 10 == 0;
    }
}
