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
        """;
}
