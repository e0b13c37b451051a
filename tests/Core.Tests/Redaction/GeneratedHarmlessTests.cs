using Xunit;

namespace Orchestrator.Core.Tests.Redaction;

/// <summary>Random doses, vitals, prices, times and dates must stay.</summary>
public sealed class GeneratedHarmlessTests
{
    [Fact]
    public void Redact_OrdinaryClinicTalk_ChangesNothing()
    {
        var random = new Random(21);
        for (var i = 0; i < 8000; i++) Redacting.AssertUntouched(HarmlessTalk.Sentence(random));
    }

    [Fact]
    public void Redact_AppointmentAnswers_ChangesNothing()
    {
        var random = new Random(22);
        for (var i = 0; i < 2000; i++)
        {
            var question = Values.Pick(random, ["What day works for you?", "When would you like to come in?", "What time suits you best?", "How can I help?", "We have your phone number on file. What day is best?"]);

            Redacting.AssertUntouched($"AI: {question}\nUser: {HarmlessTalk.Appointment(random)}");
        }
    }
}
