using System.Text;

namespace Orchestrator.Redaction.Bench;

/// <summary>Everyday words with a printed value at every twenty-fifth place: kind to patterns, which know nothing of speech.</summary>
internal static class PrintedText
{
    private const int ValueEvery = 25;
    private const int LineEvery = 12;

    private static readonly string[] Words =
        "we could see you again early next month if that suits and please bring the letter that they gave you last time thank you I will ask them at the front desk whether anyone can fit me in before lunch on Friday because my car has to go back".Split(' ');

    private static readonly string[] Values =
    [
        "amy.lane+home@example.org", "+44 20 7946 0321", "(312) 555-0147", "219-09-9999", "5555 5555 5555 4444", "1979-11-23", "EC1A 1BB", "asthma", "hip replacement",
        "555-014-2299", "room 7", "2 weeks", "11:45",
    ];

    public static string Write(int length)
    {
        var random = new Random(11);
        var text = new StringBuilder(length + 64);
        for (var i = 0; text.Length < length; i++)
        {
            if (i % LineEvery == 0) text.Append(i % (2 * LineEvery) == 0 ? "\nAssistant: " : "\nCaller: ");
            text.Append(i % ValueEvery == ValueEvery - 1 ? Values[random.Next(Values.Length)] : Words[random.Next(Words.Length)]).Append(' ');
        }

        return text.ToString(0, length);
    }
}
