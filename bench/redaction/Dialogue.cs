using System.Text;

namespace Orchestrator.Redaction.Bench;

/// <summary>A clinic call of any length, the same for the same seed.</summary>
internal static class Dialogue
{
    private static readonly string[] Agent =
    [
        "Thanks for calling Harborview Family Clinic, how can I help you today?",
        "Of course, I can help you with that. Is this for a new concern or a follow up?",
        "We have an opening on Tuesday the 14th at half past two, or Thursday morning at 9:15.",
        "Let me check the calendar for you, one moment please.",
        "Could I have your date of birth please?",
        "And what is the best number to reach you on?",
        "The consultation is one hundred and twenty dollars, and most insurance plans cover it.",
        "Please arrive ten minutes early and bring your insurance card with you.",
        "You're all set with Dr. Osei, is there anything else I can help with?",
        "I'm sorry, that slot has just been taken. Would the following Monday work instead?",
    ];

    private static readonly string[] Caller =
    [
        "Hi, yes, I was hoping to come in sometime next week if that works for you.",
        "My blood pressure was one forty over ninety this morning and I have been feeling dizzy.",
        "I've been taking 500 mg twice daily for about ten days and it hasn't really helped.",
        "Okay, could you repeat that please? The line is not very good here.",
        "The doctor said it would be fine, and my insurance should cover most of it.",
        "I would prefer the afternoon because I work until two most days of the week.",
        "That sounds good, thank you so much, I really appreciate it.",
        "Do you know if there is parking close to the building or should I take the bus?",
        "It started about three weeks ago, just after I came back from holiday.",
        "No, that's everything for now, have a lovely day.",
    ];

    private static readonly string[] Personal =
    [
        "My name is Rebecca Hollis and I called earlier.",
        "Sure, it's oh seven seven double oh, nine hundred one two three.",
        "You can reach me at (415) 555-0132 after five.",
        "The third of May nineteen eighty two.",
        "It's j dot smith at gmail dot com.",
        "The code you sent me is four seven two nine one one.",
        "I live at 14 Acacia Avenue, postcode M1 1AE.",
        "The card number is 4242 4242 4242 4242, expiry oh four twenty eight.",
    ];

    public static string Write(int length, int seed = 7)
    {
        var random = new Random(seed);
        var text = new StringBuilder(length + 200);
        while (text.Length < length)
        {
            text.Append("AI: ").Append(Agent[random.Next(Agent.Length)]).Append('\n').Append("User: ");
            text.Append(random.Next(5) == 0 ? Personal[random.Next(Personal.Length)] : Caller[random.Next(Caller.Length)]).Append('\n');
        }

        return text.ToString(0, length);
    }
}
