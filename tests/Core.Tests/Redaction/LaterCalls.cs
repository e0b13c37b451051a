namespace Orchestrator.Core.Tests.Redaction;

/// <summary>Classes of speech that fresh calls showed to be missed, in sentences of their own.</summary>
internal static class LaterCalls
{
    public const string Values = """
        A: May I have the subscriber number? / sure, give me a second / A: no rush / here we go / A: mm hmm / {k e a seven one one four oh nine two two}
        the back of it says {T O E four oh eight eight one seven three}, that's the member ID
        so it's {R K W nine one one six oh four two eight}
        my number is {L V two two nine four one}
        my concession card's {three one oh, nine nine two, one one seven T}
        medical card {H four four one oh two nine B}
        got the text, {eight oh one, six six two}
        the IBAN's {DE twenty one, five five oh oh, one one two two, three three four four, nine nine oh one, oh seven}
        you sent me {nine one four oh oh seven}
        it just came through, {four four two, nine oh one}
        A: That code did not match. Could you try again? / oh, {three nine nine oh one two}
        the security word is {Peppermint}
        the branch transit number is {oh one two two nine}, account {six six one oh two four one}
        A: May I have your social? / do I have to / A: it is for the claim / okay then, {five oh two} / A: mm hmm / {one one} / A: yes / {six oh four seven}
        {danny underscore k nine one at gmail}
        A: Is the mobile ending {nine oh two}? / it is
        A: And you are? / {Lorcan}
        A: And you are? / {Temperance Oyelowo}, I rang earlier
        A: And her last name? / Same as mine, {Halvorsen}.
        {Ottoline Rose} is the patient
        hi, you've reached the voicemail of {Renata Kowalczuk}
        the address is {41 Larkfield Road, Galway}, eircode {H91 W6K2}
        it's {The Old Forge, Mill Lane, Wetherby}, post code {LS22 6AB}
        A: And what street? / {Sugar Maple Court}
        my address has changed, it's now {unit 7, 19 Acacia Street, Geelong}
        she's a harvest baby, {9th of September 1948}
        my birth year is {nineteen fifty two}
        con quién hablo / A: habla {Lucía}, ¿con quién tengo el gusto? / con {Rodrigo Peñaloza}
        mi seguro es {TQM cuatro cuatro dos cero nueve siete uno}
        me llegó el {siete uno nueve cero cuatro dos}
        the code's {nine one three oh four four}
        A: I sent a new one. / got it, {five oh two, nine one one}
        sorry it's {seven one one four oh two}, the code
        {three four, nine oh one six}, my account number
        {six oh one one, two two oh nine, four four one three, eight oh seven one}
        my number is {three one four five five five oh one oh nine nine}
        A: Hospital number? / it's {e two two oh seven one}
        A: NI number? / {Sierra X-ray, one four, oh two, nine nine, Alpha}
        email's {the old mill six at bigpond dot com}
        A: Which email should we use? / {the night owl at outlook dot com}
        the e-mail's {hello at fernandcopper dot ie}
        my sons {Silas} and {Ezra} are both due
        date of birth {the ninth, eleventh, eighty three}
        I was born in {seventy eight}
        A: ¿Fecha de nacimiento? / {Tres del once del ochenta y dos}
        the mobile on file ends {four oh nine}
        three numbers on the back are {eight oh six}
        hi, I'm {Aurelio}, and this is {Anika}
        """;

    public const string Harmless = """
        her sugars were one eighty one, one ninety four, then two oh two
        A: And you are allergic to penicillin? / Amoxicillin as well
        it came through at four thirty
        the meeting is ending at four thirty
        A: You are next in line. / thank you
        they sent me two forms and a leaflet
        A: Can I get your name and the reason? / I would rather wait, Tuesday, maybe
        A: We are at 12 Harbour Road, Galway. / thanks
        I had it out in March nineteen ninety eight
        count along, one, two, three, four, five, six
        my daughter was born at thirty one weeks
        A: What is the name of the facility? / Mercy General
        they gave me codes for both machines
        got the text, nine fifteen is fine
        """;
}
