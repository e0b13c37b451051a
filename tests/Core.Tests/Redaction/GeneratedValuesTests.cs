using Xunit;

namespace Orchestrator.Core.Tests.Redaction;

/// <summary>Random values in every style must be hidden.</summary>
public sealed class GeneratedValuesTests
{
    private static readonly string[] PhoneLeads =
    [
        "my number is ", "you can call me on ", "it's a mobile, the number is ", "phone ", "the best number to reach me is ", "my cell's ",
        "AI: What is your phone number?\nUser: ", "AI: And a contact number?\nUser: sure, it's ", "give me a call back at ",
    ];

    [Fact]
    public void Redact_PhoneNumbersInEveryStyle_HidesThem()
    {
        var random = new Random(11);
        for (var i = 0; i < 3000; i++)
        {
            var (digits, groups) = Values.Phone(random);
            var said = Values.Pick(random, Say.NumberStyles)(random, digits, groups);

            Redacting.AssertHidden(Values.Pick(random, PhoneLeads), said, Values.Pick(random, [" thanks", "", ". Thank you", ", that's the one", " after five"]));
        }
    }

    [Fact]
    public void Redact_PhoneNumbersWithoutCue_HidesThemPrintedAndReadOut()
    {
        var random = new Random(12);
        for (var i = 0; i < 2000; i++)
        {
            var (digits, groups) = Values.Phone(random);
            var said = Values.Pick(random, Say.NumberStyles)(random, digits, groups);

            Redacting.AssertHidden(Values.Pick(random, ["okay so ", "yes, ", "", "um ", "I think "]), said, Values.Pick(random, ["", " okay?", ", got it?"]));
        }
    }

    [Fact]
    public void Redact_CardNumbersInEveryStyle_HidesThem()
    {
        var random = new Random(13);
        for (var i = 0; i < 1500; i++)
        {
            var said = Values.Pick(random, Say.NumberStyles)(random, Values.Card(random), [4, 4, 4, 4]);

            Redacting.AssertHidden(Values.Pick(random, ["my card is ", "", "the long number's ", "AI: Card number please?\nUser: "]), said, "");
        }
    }

    [Fact]
    public void Redact_SocialSecurityNumbersInEveryStyle_HidesThem()
    {
        var random = new Random(14);
        for (var i = 0; i < 1500; i++)
        {
            var said = Values.Pick(random, Say.NumberStyles)(random, Values.Ssn(random), [3, 2, 4]);

            Redacting.AssertHidden(Values.Pick(random, ["my social is ", "social security number ", "AI: What's your social security number?\nUser: "]), said, " ok");
        }
    }

    [Fact]
    public void Redact_CodesInEveryStyle_HidesThem()
    {
        var random = new Random(15);
        for (var i = 0; i < 1500; i++)
        {
            var said = Values.Pick(random, Say.NumberStyles)(random, Values.Digits(random, 6), [3, 3]);

            Redacting.AssertHidden(Values.Pick(random, ["the code is ", "my verification code is ", "AI: Please tell me the code we texted you.\nUser: ", "AI: What's the six digit code?\nUser: it's "]), said, "");
        }
    }

    [Fact]
    public void Redact_BirthDatesInEveryStyle_HidesThem()
    {
        var random = new Random(16);
        for (var i = 0; i < 2000; i++)
        {
            var said = Values.Pick(random, Say.Dates(random.Next(1, 29), random.Next(1, 13), random.Next(1930, 2020)).ToArray());

            Redacting.AssertHidden(Values.Pick(random, ["my date of birth is ", "date of birth ", "I was born on ", "dob ", "AI: And your date of birth?\nUser: ", "AI: What is your date of birth?\nUser: it's "]), said, Values.Pick(random, ["", " thanks"]));
        }
    }

    [Fact]
    public void Redact_MailAddressesPrintedAndSpoken_HidesThem()
    {
        var random = new Random(17);
        for (var i = 0; i < 1500; i++)
        {
            var mail = Values.Mail(random);
            var spoken = mail.Replace("@", " at ", StringComparison.Ordinal).Replace(".", " dot ", StringComparison.Ordinal);

            Redacting.AssertHidden(Values.Pick(random, ["my email is ", "it's ", "AI: What's your email?\nUser: "]), random.Next(2) == 0 ? mail : spoken, Values.Pick(random, ["", " thanks", ", all lowercase"]));
        }
    }

    [Fact]
    public void Redact_NamesAfterCues_HidesThem()
    {
        var random = new Random(18);
        for (var i = 0; i < 1000; i++)
        {
            var name = Values.Name(random);
            if (random.Next(3) == 0) name = name.ToLowerInvariant();

            Redacting.AssertHidden(Values.Pick(random, ["my name is ", "my name's ", "AI: What's your name?\nUser: ", "AI: Can I have your full name?\nUser: it's ", "the patient's name is "]), name, Values.Pick(random, ["", " and i need an appointment", ", i called earlier"]));
        }
    }
}
