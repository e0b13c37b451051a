namespace Orchestrator.Core.Tests.Redaction;

/// <summary>What callers add to plain answers: corrections, spelling aids, pieces; and talk that looks like them. Marked as in <see cref="Sentences"/>.</summary>
internal static class MoreSentences
{
    public const string Corrections = """
        my phone number is {six oh four, no wait, six oh five, five five five, one two one two}
        it's {nine one seven five five five oh one two three}, sorry, {oh one two four}
        my number is {oh seven nine double one, one two three, four five seven, no, four five six}
        the number is {five five five, one two, no sorry, one three, four four}
        my DOB is {3, no wait, 4, 12, 80}
        my number is {oh four double one, triple three, double two oh}
        it's {oh eight five, double four, one two, three nine seven}
        phone's {eight hundred five five five, oh one, nine nine}
        number ending in {four four one two}
        A: I have a number ending in {0132}, is that still right? / yes
        the number's {+1 (647) 555-0143 ext. 22}
        it's {555-010-4477}, weeks are fine to call
        """;

    public const string Spelling = """
        my last name is {Smith}, that's {S as in Sam, M, I, T, H}
        it's {Kowalczyk}, {K O W A L C Z Y K}
        A: Can you spell your surname for me? / {M C capital D O N A L D}
        my surname is {O'Shaughnessy}, {O apostrophe S H A U G H N E S S Y}
        A: How do you spell that? / {N for November, A, I for India, R}
        {k, as in kilo, patel, at proton mail dot com}
        email is {j f k at yahoo dot c a}
        that's {mary hyphen ann at hotmail dot co dot uk}
        A: What's a good email? / {lopez period maria at g mail dot com}
        A: And your insurance ID? / it's {U as in umbrella, nine one four, four two two, oh three}
        my policy number's {seven seven four one, dash, B, dash, oh two}
        my chart number is {A dash 4 4 8 2}
        PPS is {one two three four five six seven, T for Tango}
        my licence plate is {A B 1 2, C D E}
        rego is {1AB 2CD}
        the plate is {7ABC123}
        patient is {Jacob Tremblay}
        password is {canal}
        """;

    public const string Pieces = """
        A: What's the six digit code? / {eight} / A: mm-hmm / {three nine two} / A: ok / {one six}
        A: And the best contact number? / {zero four one two} / A: yes / {three four five} / A: yep / {six seven eight}
        A: And your address? / {PO Box 442, Cairns}
        my mailing address is {PO Box 1189}
        my address is {four fifty two West Elm Avenue, apartment three B, Portland, Oregon, nine seven two oh one}
        A: ¿Cuál es su número de teléfono? / es el {tres uno dos, cinco cinco cinco, cero uno ocho ocho}
        mi correo electrónico es {juan guion bajo perez arroba hotmail punto com}
        soy {Maria Elena Vargas}, llamo por mi hijo {Mateo}
        """;

    public const string Harmless = """
        A: How many milligrams? / five / A: ok / ten
        A: And what time works? / two / A: or / three
        A: How old is she? / five / A: and the other one? / seven
        A: What's the dose? / one / A: per day? / two
        A: Can I get your phone number? / I don't have one
        I take one, sorry, two tablets
        it's at two, no wait, three pm
        I'd like Monday, no, Tuesday at 3
        my temperature was 101, no 102
        my plan ends in 2027
        your appointment is at 10 15, sorry, 10 45
        my registration is complete
        t.i.d. b.i.d. prn
        vitamin B as in boy
        the capital of France
        dot the i
        send it to the box office
        the price rose to ninety five dollars
        mark it as urgent please
        may I come at nine
        rose water and hope, that is joy
        I need a frank answer
        bill me later
        A: What was the reading? / one two eight over seven nine
        A: When were you diagnosed? / two thousand and twelve
        T4 was 1.2 and TSH 3.45
        G2P1
        we have slots at nine, nine thirty, ten, and ten forty five
        """;
}
