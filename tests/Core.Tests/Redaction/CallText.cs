using System.Text;

namespace Orchestrator.Core.Tests.Redaction;

/// <summary>Random pieces of calls: with and without labels, values next to values and to harmless numbers.</summary>
internal static class CallText
{
    private static readonly string[] Questions =
    [
        "What's your name?", "Can I get your name and date of birth?", "And the best phone number?", "What is your email address?", "Please read me the code.",
        "What day works for you?", "What's your zip code?", "Could I have the card number?", "And your member ID?", "How can I help?", "Anything else?",
    ];

    private static readonly string[] Fillers = ["um", "yes", "so", "okay", "well", "let me see", "sure", "that's it", "and", "thanks", "it's", "no, sorry", "hold on"];

    public static string Write(Random random)
    {
        var text = new StringBuilder();
        var isLabelled = random.Next(3) > 0;
        for (var turns = random.Next(1, 5); turns > 0; turns--)
        {
            if (isLabelled) text.Append("AI: ").Append(Values.Pick(random, Questions)).Append("\nUser: ");
            for (var parts = random.Next(1, 5); parts > 0; parts--) text.Append(Part(random)).Append(Values.Pick(random, [" ", ", ", ". ", " and "]));
            text.Append(isLabelled ? "\n" : " ");
        }

        return text.ToString();
    }

    public static string Part(Random random)
    {
        var (digits, groups) = Values.Phone(random);
        return random.Next(16) switch
        {
            0 => $"my name is {Values.Name(random)}",
            1 => $"my number is {Values.Pick(random, Say.NumberStyles)(random, digits, groups)}",
            2 => Values.Pick(random, Say.NumberStyles)(random, digits, groups),
            3 => $"date of birth {Values.Pick(random, Say.Dates(random.Next(1, 29), random.Next(1, 13), random.Next(1930, 2020)).ToArray())}",
            4 => Values.Pick(random, Say.Dates(random.Next(1, 29), random.Next(1, 13), random.Next(2020, 2027)).ToArray()),
            5 => Values.Mail(random).Replace("@", " at ", StringComparison.Ordinal).Replace(".", " dot ", StringComparison.Ordinal),
            6 => Values.Mail(random),
            7 => Values.Pick(random, Say.NumberStyles)(random, Values.Card(random), [4, 4, 4, 4]),
            8 => $"the code is {Values.Digits(random, 6)}",
            9 => $"my social is {Values.Pick(random, Say.NumberStyles)(random, Values.Ssn(random), [3, 2, 4])}",
            10 => $"I live at {random.Next(1, 300)} Acacia Avenue, postcode M1 1AE",
            11 => $"member ID XQH {Values.Digits(random, 7)}",
            12 => Values.Pick(random, ["password: tiger99", "www.example.com/a", "IP 10.2.3.4", "zip 94110", "H O L L I S", "Dr. Osei", "my daughter Amelia"]),
            13 => Values.Name(random),
            14 => Values.Pick(random, Fillers),
            _ => HarmlessTalk.Sentence(random),
        };
    }
}
