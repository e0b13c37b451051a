namespace Orchestrator.Web.Components.Pages.Redaction;

/// <summary>Invented calls. Numbers are from the ranges kept for fiction, cards from those kept for tests.</summary>
internal static class Samples
{
    public static IReadOnlyList<(string Name, string Text)> All { get; } =
    [
        ("A booking, as spoken", """
            AI: Thanks for calling. Who am I speaking to?
            User: Hi, it's Rebecca Hollis, H O double L I S.
            AI: And what number can we reach you on?
            User: Oh seven seven double oh, nine hundred, one two three.
            AI: Lovely. I have half past nine on Tuesday with Dr. Osei, or a quarter to three.
            User: Half past nine is good. My blood pressure was 140 over 90 last time, by the way.
            AI: Noted. I've texted you a code, could you read it back?
            User: It's four eight two, nine one three.
            AI: You're booked, Rebecca. See you Tuesday at 9:30.
            """),
        ("Date of birth and insurance", """
            AI: Could I have your date of birth, please?
            User: The third of May nineteen eighty-two. And my wife is 93, does she need a form?
            AI: No form needed. What is your member ID?
            User: It's XYZ 123 456 789, and the record number is MRN 00482913.
            AI: And where do you live?
            User: 12 Elm Street, Springfield, zip 94110. You can mail rebecca dot hollis at example dot com.
            """),
        ("A payment that should not be here", """
            AI: There is an open balance of 45 dollars.
            User: Take it off my card. 4242 4242 4242 4242, expiry oh nine twenty-eight, and the security code is one two three.
            AI: I'm sorry, I cannot take cards by phone.
            User: Then my sort code is 12-34-56 and the account is 12345678.
            """),
        ("Nothing to hide", """
            AI: How much of the metformin are you taking?
            User: 500 milligrams twice a day, and 1-800-FLOWERS never delivered, can you believe it.
            AI: Your last visit was on 2023-01-15 at 10:30. It cost 120 dollars.
            User: Right. I work at 123 Main Street, is there parking for 20 cars?
            """),
        ("En español", """
            AI: ¿Me dice su nombre, por favor?
            User: Me llamo María Fernández y mi teléfono es seis uno dos, tres cuatro cinco, seis siete ocho.
            AI: ¿Y su fecha de nacimiento?
            User: El tres de mayo de mil novecientos ochenta y dos.
            """),
    ];
}
