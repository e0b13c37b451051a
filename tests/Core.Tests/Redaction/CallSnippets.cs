namespace Orchestrator.Core.Tests.Redaction;

/// <summary>
/// What callers of clinics in five countries say, as recognisers write it: values in pieces, put right, read back, spelled;
/// and as much talk that only looks like it. Marked as in <see cref="Sentences"/>.
/// </summary>
internal static class CallSnippets
{
    public const string Values = """
        my name's {Declan D apostrophe Souza}
        it's {O apostrophe Brien}, that's {O apostrophe B R I E N}
        my surname is {Smith hyphen Jones}
        the name is {Aoife Ni Dhomhnaill}
        A: Can I take your surname? / {Fitzgerald hyphen Okonkwo}
        A: And your full name? / uh {Jean Luc D'Arcy}, {D apostrophe A R C Y}
        my wife's name is {Siobhan Mac Giolla Phadraig}
        first name {Kaitlyn}, {K A I T L Y N}, last name {Nguyen}, {N G U Y E N}
        it's {Patel}, {P for Papa, A for Alpha, T for Tango, E for Echo, L for Lima}
        spelled {Sierra Charlie Hotel Mike India Delta Tango}
        that's {M as in Mary, C as in Charlie, big D, O N A L D}
        it's under {Hernandez}, first name {Luz}
        the booking is under {Gallagher}
        A: Who am I speaking with? / {Mohammed}, {Mohammed Al Rashid}
        A: Could I get the patient's name please? / it's my son {Theo}, {Theo Vandenberg}
        hi there, {Bernadette Walsh} calling about my appointment
        my husband {Graham Pike} is the patient
        A: What's your date of birth? / {the fourth, no sorry, the fifth of May eighty two}
        A: Date of birth? / {eleven, no wait, twelve oh six nineteen ninety}
        my date of birth is {July the, uh, the ninth, nineteen fifty five}
        born {two two eighty eight}
        my date of birth is {twenty two ten nineteen ninety four}. no, sorry {099}
        my birthday's {the fourteenth of the second sixty nine}
        A: And your date of birth please? / {twenty third} / A: mm hmm / of {November} / A: and the year? / {seventy one}
        he was born {December 1st 2015}
        A: Can you confirm your date of birth? / yeah {oh six oh nine seventy four}
        dob {first of the first two thousand and one}
        A: Can I have her birth date? / {March}... {March twenty first, two thousand nineteen}
        my son's date of birth is {9/14/2018}
        A: Date of birth? / {nineteen sixty three, April the second}
        my email is {k brandt ninety nine at gmail dot com}
        it's {luz dot hernandez two times ninety nine at yahoo dot com}
        email's {double o seven at outlook dot com}
        it is {triple x dave at hotmail dot co dot uk}
        that's {first initial k last name brandt at me dot com}
        {gallagher underscore m plus clinic at gmail dot com}
        it's {info dash karen at walsh minus plumbing dot ie}
        A: What email should I use? / {theo dot v, that's v for victor, at bigpond dot net dot au}
        my email is {p a t e l, patel, number two, at shaw dot c a}
        A: Email address? / {nguyen k at} / A: yes / {optusnet dot com dot au}
        so that's {k dot brandt at proton dot me}, right?
        {bernie fifty five at eir dot ie}
        email me at all lowercase {t h e o at vandenberg dot org}
        it's {r pike forty two at, um, at sky dot com}
        A: Let me read that back, {m gallagher at gmail dot com}. / yes that's right
        my address is {12 The Crescent}
        address is {flat two, forty seven Queens Gate}
        I live at {six Beech Close, Harpenden}
        A: What's your home address? / {one oh nine Larch Street, unit four}
        A: What's the street address? / {2207} / A: okay / {North Sycamore Drive}
        it's {thirty three Rue Sainte Catherine} in Montreal, that's my home address
        my postcode is {A L five, two double L}
        postcode {S E one nine, seven P X}
        A: And the postcode? / {B T nine, five N W}
        A: Postcode? / {Bravo Tango nine, five November Whiskey}
        eircode is {A nine four, T X six two}
        A: What's your Eircode? / {D zero four, X two seven five}
        postal code {M five V, two T six}
        A: And your postal code? / {V six B, one A one}
        my zip code is {oh two one three nine}
        zip {six oh six one one dash four two oh one}
        postcode {two thousand and ten}
        A: What's your ZIP? / {nine four one one zero}
        my phone is {to one two, five five five, oh one for for}
        it's {for one five five five five oh won two ate}
        my number is {oh four one two, triple six, double nine one}
        A: Phone number? / {zero eight six} / A: zero eight six / {eight one two} / A: eight one two / {three four four five}
        A: So that's {oh seven seven double oh}, {nine hundred}, {five one six}? / yes
        my cell's {six one seven, uh, five five five, um, oh one, oh one eight eight}
        you can call my daughter on {oh four one one, two two two, three three three}
        the number is {oh one, eight double seven, four one two three}
        call {plus one, four one six, five five five, oh one nine oh}
        my landline's {oh one two seven three, five double six, oh nine one}
        call me on {eight five two, five five five, zero one, seventy seven}
        A: Is {0412 889 331} still the best number? / no it's {oh four one two, double eight nine, three three two} now
        my number is {nine one seven, sorry, nine one eight, five five five, oh one three one}
        A: What's a good callback number? / {three oh five five five five} / A: go ahead / {oh one four seven}
        mi número es {siete ocho seis, cinco cinco cinco, cero uno dos tres}
        me llamo {Rosario Delgado}
        mi nombre es {José Luis Fuentes}
        mi fecha de nacimiento es {el quince de mayo de mil novecientos ochenta}
        nací {el tres de marzo del setenta y cinco}
        A: ¿Cuál es su fecha de nacimiento? / {veinte de julio del noventa y dos}
        vivo en {calle Magnolia número cuarenta y dos}
        mi correo es {rosario punto delgado arroba yahoo punto com}
        mi código postal es {tres tres uno dos cinco}
        mi número de seguro social termina en {cuatro cuatro siete uno}
        mi teléfono es {305 555 0198}
        my tax file number is {one two three, four five six, seven eight two}
        TFN {123 456 782}
        Medicare number's {two four two eight, seven seven eight one three}, reference two
        A: Can I have your Medicare number? / {2428 77813 2}
        A: What's your NHS number? / {four eight five} / A: yes / {seven seven seven} / A: yes / {three four five six}
        my NHS number is {double four five, nine double one, two three oh seven}
        the last four of my social are {nine, nine, oh, one}
        A: Last four of your social? / {forty four seventeen}
        A: Can you verify the last four digits of your Social Security number? / sure {8 8 3 1}
        member ID is {W as in whiskey, eight eight two, four one oh nine, dash, zero one}
        my insurance is Blue Cross, member number {XEA nine one two, double four, three oh one}
        subscriber ID {J Q U four four seven one two nine oh six}
        A: What's the member ID on the card? / {A E T} / A: okay / {five five two one oh nine eight}
        group number is {G R P seven seven oh one}
        my HCN is {nine eight seven six, five four three, two one oh, J K}
        A: Card number? / {five one oh five} / A: yes / {one oh five one} / A: yes / {oh five one oh} / A: and the last four / {five one oh oh}
        A: And the expiry? / {oh eight twenty nine}
        A: And the three digits on the back? / {four oh two}
        expires {eleven slash twenty eight} and the CVV's {nine one seven}
        the card ends in {four two four two}
        it's my debit, {four five three two oh one five one one two eight three oh three six six}
        A: The code I just texted? / {two two seven}, {eight oh four}
        the code is {eight, one, one, no, eight one two, oh four six}
        my pps number is {eight one two three four five six W A}
        my medical record number is {E one four four, oh nine two}
        my driver's license is {D four one one, two two nine, oh oh seven three}
        passport's {G A four four two one oh nine eight}
        A: Could I have your health card number? / {five five oh two, eight one nine, double six four}
        my social insurance number is {one three oh, six nine two, five four four}
        my account is {four four one two oh nine nine eight} and the sort code's {oh four, double oh, oh four}
        A: Could you spell that for me? / {W O} / A: W O / {J C I K}
        A: What's the member ID? / {X Y Z} / A: go ahead / {nine nine oh two one}
        A: And the Medicare beneficiary number? / {one E G four, T E five, M K seven two}
        my Medicaid is {C as in cat, I as in ice, N as in Nancy, four four two oh nine}
        the ID is {H as in Harry, seven seven one two, double nine}
        A: What's your policy number? / it starts with {P L, then four four oh nine seven}
        my insurance card says {R X seven seven two one four}
        yes it's {Amy dash Lynn Foster}
        my name is {Shanice}, {S H A N I C E}, {Okoro}
        I'm {Kimberly Brown}, like the color
        last name is {Green}, first name {Olive}
        A: And your last name? / {Young}
        A: First name? / {Summer}
        A: Can I get your name? / yeah it's {Hope}
        A: And who is this for? / my daughter, {Lily Anne}
        it's for my mum {Doreen Achebe}
        this is {Marcus Bell} from the pharmacy
        could you put it down for {Patricia Wong} please
        I'd like to book in my husband, {Kwame Asante}
        his name's {Oluwaseun}, last name {Adeyemi}
        my dad, {Frank Delaney}, has an appointment
        A: Is this Ms {Okafor}? / yes speaking
        A: Thanks {Delroy}. How can I help? / I need a refill
        my boyfriend's name is {Caden McAllister}
        mi hija se llama {Valeria Montes}
        A: ¿Cómo se escribe? / {M O N T E S}
        soy la mamá de {Emiliano Vega}
        my cell is {four oh four, triple five, oh one two two}
        my cell phone number is area code {six one seven then five five five, oh one six three}
        you can reach me at {eight one eight, five five five, zero one hundred}
        call me on {oh one six one, four nine six, oh double one two}
        it's {oh four double two, one oh nine, eight eight seven}
        my number, {two oh six five five five oh one nine five}
        A: What's the best phone number? / hang on, it's, uh, {oh seven nine, double one, one two three, four five six}
        A: Number please? / {four one six, uh, five five five, oh one three nine}
        the home one is {nine seven three five five five oh one seven seven} and the cell's {nine seven three five five five oh one seven eight}
        A: I've got {oh seven seven double oh, nine hundred, one two three}. / no the last bit's {one two four}
        A: So {four one five}, {five five five}, {oh one three two}? / yep
        A: And what's the postcode there? / {S W one A}, / A: yep / {two A A}
        my postcode is {Sierra Whiskey one Alpha, two Alpha Alpha}
        it's {L one, eight J Q}, that's the postcode
        eircode {H nine one, A E four four}
        we're at {K seven eight, Y D two seven}, that's our eircode
        postal code's {T two P, three N four}
        it's {K one A, oh B one}, that's my postal code
        zip's {oh two one one six dash three four oh one}
        A: What is your zip code? / {six oh six} {fourteen}
        I live at {twenty two B Church Street}
        A: What's your address? / {unit nine, one four two Pacific Highway, North Sydney}
        A: Home address? / {forty eight}, / A: mm hmm / {Saint Kevins Road, Rathmines}
        my new address is {three oh one East Fifth Avenue, number twelve}
        we moved to {nine Orchard Lane}
        A: Mailing address? / {P O Box three three one}
        my address is {eleven hundred West Lake Shore Drive apartment four oh two Chicago}
        my date of birth is {oh nine, oh nine, nineteen ninety nine}
        date of birth {the fifth}, sorry, {fifteenth, of October two thousand three}
        A: Date of birth for the patient? / {two thousand and nineteen, June, the fourth}
        I was born in {nineteen forty eight}, {on the second of April}
        A: What year were you born? / {fifty six}
        A: Birthday? / {Feb twelfth ninety one}
        A: Your birth date? / {12, 11, 1987}
        A: And his date of birth? / {one one twenty twenty}
        her birthday is {March 3}
        mi cumpleaños es {el doce de octubre}
        A: Confirm your date of birth? / {eight}, {eighteen}, {eighty eight}
        my social is {six seven eight}, {nine oh}, {one two three four}
        SSN's {five one two, no, five one three, two two, nine oh one oh}
        my national insurance number's {Q Q one two three four five six C}
        A: NI number? / {J, G, one oh, three seven, five nine, A}
        the tax file number is {eight six five, four one four, oh eight eight}
        my PPS is {six four three three four three five F}
        it's {one two three four, five six seven, eight nine oh}, that's my health card
        A: What's your health card? / {nine eight seven six} / A: okay / {five four three} / A: yes / {two one oh, A B}
        CHI number is {one four oh three seven five, double two one nine}
        my H and C number is {three two one, four five six, seven eight nine oh}
        card number {six oh one one, triple oh, nine nine oh one, three nine four, two four}
        it's {five five five five, five five five five, five five five five, four four four four}
        A: And what's the security code? / {oh nine one}
        A: Expiration? / {March twenty eight}
        exp date is {six twenty nine}
        the CVV is {three, four, seven}
        A: What's the one time code? / {nine oh nine}, {double one four}
        I got {six two two one oh eight} as the code
        it says your code is {4471}
        my PIN's {one nine seven three}
        my sort code's {sixty}, {eighty three}, {seventy one}, account {four four eight one oh nine nine two}
        account number ending {four four oh one}
        routing {one two one, oh four two, eight eight two}
        passport {P as in Peter, seven seven one oh four four two}
        my license is {D zero three, dash, four four one nine, dash, two two oh one}
        email is {m dot o dot connor at live dot ie}
        my email's {okoro dot shanice at gmail dot com}, all lower case
        {patwong fifty five at outlook dot com} is my email
        the email is {hello at wong family dot com}
        it's {jay dee underscore king nineteen eighty at a o l dot com}
        email's {g two the number two smith at gmail dot com}
        A: Email? / {k w a m e} / A: yes / {dot asante at gmail dot com}
        A: Is it {kwame dot asante at gmail dot com}? / yes
        mi correo es {valeria montes noventa arroba outlook punto es}
        can you email it to {reception two at parkview dental dot co dot uk}
        A: What's your date of birth and what's the reason for the call? / it's {oh four oh two seventy}, and I have a sore throat for two days
        A: Can I get a callback number in case we get cut off? / yeah, {seven oh three}... {five five five}... {oh one oh nine}
        A: And is that the best number? / no use my husband's, {seven oh three five five five oh one one oh}
        A: What's the number on your insurance card? / it's, let me see, {W two one, four four seven, nine nine two}
        my number's {0412-345-678}, area code {02} for the landline {9555 0177}
        the landline's {oh two, nine triple five, oh one, seven seven}
        I'm on {oh eight five, seven oh one, double two, double three}
        you can get him on {seven four oh, five five five, oh one three five}
        just use {six four six. five five five. zero one nine one.}
        text {five one two five five five oh one four seven} when it's ready
        if I don't answer try {five oh nine, five five five, oh one two two}
        A: What's the phone number there? / I think it's {four one two}... no... {four one five, five five five, oh one nine three}
        A: I have {nine one four, five five five, oh one oh two}, is that correct? / the last four are {oh one two oh}
        my number is {+44 20 7946 0112}
        A: What's your mobile? / {083} / A: yes / {one two oh} / A: yes / {four four nine one}
        call us on {one eight hundred, five five five, oh one nine nine}
        the fax is {four one six, five five five, zero one one one}
        pager's {six one nine, five five five, oh one oh one}
        my phone number it's {seven two oh five five five oh one six six}
        my number {three one oh} {five five five} {oh one seven seven}
        A: contact number? / {five five five zero one three one}, same area code
        she's at {two oh three, five five five, oh one four four, extension one two}
        A: Could you confirm the last four digits of the phone number? / {oh one six six}
        A: Last three digits of the card? / {oh oh five}
        social's {four one one, double oh, nine eight two seven}
        last four of the social {oh one double four}
        A: What's the social? / {three three one}... {five five}... {nine oh two two}
        ssn {331-55-9022}
        A: What's the Medicare ID? / {one E G four, dash, T E five, dash, M K seven three}
        my MBI is {two F A eight, U V four, A B one two}
        my health number is {one two three four, five six seven, eight nine oh, V as in Victor, B as in boy}
        AHC number {five five one oh two, four four nine one}
        my BC Services Card number, the PHN, is {nine eight seven six, one two three, four five six}
        Medicare card {five nine five oh, one two three four five, one}, expires {oh three twenty eight}
        my DVA file number is {N S S seven seven one two four}
        my medical card number is {G one two four four oh nine}
        VHI membership {four four oh nine one two seven one}
        A: Membership number with Laya? / {nine one oh double two four eight}
        Bupa registration number {B U P, four four oh nine, one two}
        AXA policy {P dash seven seven oh one two nine}
        A: Your NHS number if you have it? / {six oh nine}... {one one two}... {eight eight oh four}
        the hospital number's {R X H one one oh nine two}
        my chart says MRN {seven seven oh nine two one}
        A: MRN? / {zero zero four four nine one}
        prescription number {seven seven four one oh two nine}
        RX number is {6677123}
        claim {C L M seven seven oh one two nine}
        A: What's the claim number? / {two two oh nine dash four four one}
        A: Can I take the long card number? / {five four five four, five four five four, five four five four, five four five four}
        Visa {four five three nine, one four eight eight, oh three four three, six four six seven}, {oh nine twenty nine}, {four one two}
        A: Expiry month and year? / {November}, {two thousand twenty eight}
        A: And the three digit code? / it's, uh, {double nine four}
        A: And the billing zip? / {one oh oh two four}
        A: And the name on the card? / {Geraldine M Oduya}
        A: And the email for the receipt? / {g oduya at mail dot com}
        {geri dot oduya plus bills at fastmail dot com}
        A: Your email? / it's all lowercase, {n y a h, dot, forbes, at hey dot com}
        email: {nyah_forbes@hey.com}
        my email is {nyahforbes, one word, at hey dot com}
        send it to my wife's, {j period okafor at duck dot com}
        it's {first dot last at contoso dot com}
        A: Spell the first part? / {n y a h f, f for Freddie}
        that's {r as in Romeo, e d, dot, panda, at live dot com}
        my dob's {one nine eighty four}
        DOB {10-22-68}
        A: date of birth? / {May 5}, {1 9 8 8}
        A: date of birth? / {sixteenth June} {fifty nine}
        A: date of birth? / it is {the third} of uh {the third of March nineteen forty}
        A: And the baby's date of birth? / {October ninth}, just this year
        born {on the first of January seventy}
        A: Month of birth? / {June}
        my daughter was born last {June the second}
        A: DOB please. / {zero five, zero six, one nine seven three}
        birth date's {two thousand eleven, July eighteenth}
        my address is {Apartment 3C, 88 Dalhousie Street, Ottawa}
        I'm living at {seven Marine Parade}
        I'm staying at number {forty, Gloucester Road}
        A: Your address please? / {The Old Rectory, Mill Lane}
        A: Street address? / {nineteen hundred Peachtree Road Northeast}
        A: House number and postcode? / {fourteen}, {N E one, four X Q}
        A: postcode? / {E H one}, {one Y Z}
        postcode {c v thirty two five q f}
        eircode's {T one two, W four D X}
        zip code's {eight five oh oh four}
        ZIP {02139}
        my postal code is {L four K, two N eight}
        post code {three oh five six}
        A: postcode? / {four one oh one}
        this is {Annalise} {Brightwater}, I missed a call
        A: May I ask who's calling? / {Tobias Lindqvist}
        A: who am I talking to? / it's {Ngozi}
        name's {Rafferty}, {Sean Rafferty}
        A: Can I take your name please? / {Constance}, with a C
        my name is {Xavier} with an X, {Xavier Dupont}
        A: Whose appointment is it? / my wife {Hiroko}
        A: What's the little one's name? / {Ottilie}
        A: Guarantor's name? / {Desmond Achterberg}
        para mi hijo, {Santiago Rivas}
        habla {Dolores}
        A: ¿Cuál es su apellido? / {Echeverría}
        A: ¿Me da su correo? / {dolores punto r arroba gmail punto com}
        mi número es el {cinco cinco cinco, cero uno, noventa y nueve}
        mi seguro social es {cuatro cinco seis, siete ocho, nueve cero uno dos}
        nací {el dos de febrero de dos mil uno}
        A: ¿Su dirección? / {mil doscientos de la avenida Lincoln}
        mi código es {ocho tres nueve dos cero cuatro}
        A: Thanks for calling Marlow Dental, who's speaking please? / oh hi it's {Genevieve O apostrophe Keefe}
        A: May I have your first and last name? / {Tyrone}, last name {Abubakar}
        A: And how is that spelled? / {A B U, then B A K A R}
        my last name's {De la Cruz}, two words then {Cruz} with a C
        it's {Catherine} with a C, {Catherine Lowe}
        surname's {Wojcik}, that's {whiskey oscar juliet charlie india kilo}
        the patient's name is {Zhang Wei}, {Z H A N G}
        you're speaking to {Hugh}, {Hugh Pemberton hyphen Clarke}
        yeah my name is, um, {Delroy}, {Delroy Campbell}
        A: Can you tell me your daughter's name? / {Saoirse}
        A: And your date of birth, please? / it's {the seventeenth, sorry the eighteenth of August nineteen forty seven}
        A: DOB? / {ten}, {twenty two}, {sixty eight}
        A: What is the patient's date of birth? / {oh one}, / A: January? / yeah, {January thirtieth two thousand sixteen}
        she was born {on the 29th of February 1996}
        my birthday is {September the eleventh}, {eighty three}
        {four twelve seventy nine}, that's my date of birth
        it's {jan second two thousand and ten}, that's her birthday
        A: So {the third of the ninth, fifty one}, is that your date of birth? / correct
        email's {c lowe at the rate gmail dot com}
        A: Can I get an email for the confirmation? / {delroy dot c eighty eight at icloud dot com}
        it's {wojcik w o j c i k at gmail}
        my email is {tabubakar at nhs dot net}
        it's my first name dot last name so {hugh dot clarke at btinternet dot com}
        {mary kate underscore two thousand and five at hotmail dot com}, kate with a k
        email is {double l double e at rogers dot com}
        the email's {zhang dash wei, all lower case, at one six three dot com}
        A: I have {genevieve at okeefe dot ie}, is that correct? / yep
        you can email {saoirse plus dentist at pm dot me}
        my address is {4 The Paddocks}
        we live at {nineteen Lower Baggot Street, Dublin two}
        A: Your current address? / {apartment twelve C}, {three fifty West Eighty Sixth Street}
        A: Where should we post it? / {seventy one Wattle Grove, Parramatta}
        my post code is {E C one A, one B B}
        A: Can I take the postcode? / yeah {G U two two, oh seven J P}
        the eircode's {V nine five, N nine H four}
        our postal code is {H three Z, two Y seven}
        my zip's {three three one three nine}
        A: Postcode? / {four oh oh six}
        A: Phone number please. / {oh four three three} / A: oh four three three / {nine one eight} / A: nine one eight / {double two oh}
        A: Best number for you? / {two oh two}, {five five five}, {oh one seven three}
        my number's {nine oh two five five five to to for to}
        it's {plus four four, seven nine double one, one two three, four five six}
        A: Number? / {zero one, eight three three}, {nine oh nine oh}
        you have {02 9555 0142} on file but it's {oh two, nine five double five, oh one four three}
        my work phone's {three one two, five five five, oh one six one, extension two two oh}
        A: Can I just confirm the number ends in {seven seven three}? / yes
        text me on {seven seven eight, five five five, zero one oh nine}
        es el {cinco uno dos, cinco cinco cinco, cero uno noventa y nueve}
        A: ¿Me puede dar su nombre completo? / {Guadalupe Ortiz Mendoza}
        mi apellido es {Villanueva}
        A: ¿Y su fecha de nacimiento? / {el primero de enero de mil novecientos cincuenta y ocho}
        mi dirección es {doscientos quince de la calle Olmo}
        mi correo es {lupe guion medio ortiz arroba hotmail punto com}
        puede llamar a mi esposo al {seis cinco cero, cinco cinco cinco, cero uno uno ocho}
        T F N is {eight seven six, five four three, two one oh}
        it's a DVA card, number {N X three one oh four two nine}
        Medicare is {three nine five oh, double one, two three four, one}
        Medicare number {five one two three four five six seven oh, one}, and I'm number two on the card
        NHS number is {nine nine nine}, {one two three}, {four five six seven}
        A: And the last four of the social? / {zero zero} / A: yes / {nineteen}
        my social's {five three two, eleven, forty four eighteen}
        A: What are the last 4 digits of your SSN? / {6 1 0 9}
        Aetna, ID {W two two three, four four five, six six seven}
        my Medicaid number is {A B one two three four five C}
        policy's {seven seven one, slash, four four oh nine, slash, B}
        A: Could you read me your member ID? / sure it's {Y as in yellow, P as in Paul, five five oh, one two two, eight}
        A: Do you have your group number? / {zero zero four one nine}
        card's {four one one one}, {one one one one}, {one one one one}, {one one one one}
        A: Long card number please? / {three seven eight two} / A: go on / {eight two two four six three} / A: ok / {one oh oh oh five}
        expiration {oh one thirty one}, security {double seven one}
        CVC is {nine oh nine}
        the number on the back's {three three eight}
        A: What code did you receive? / {one five} / A: yes / {nine three} / A: yes / {oh two}
        your code is {six six one two oh four}, right?
        passport number {eight oh one two four four five nine one}
        driver licence {oh four four, nine one two, double three}
        our account number is {six two double one, oh oh four, nine} with BSB {oh eight three, one seven oh}
        A: Hello, Lakeside Physio, how can I help? / hi, I'd like to book please, it's {Imogen Tarleton}
        A: And a phone number for you? / {oh seven four double five, three three nine, one oh eight}
        A: Let me repeat that, {oh seven four five five, three three nine, one oh eight}. / that's it
        A: Do you have an email? / {imogen t at hotmail dot com}
        A: Can you spell the first part? / {i m o g e n t}, all together
        A: What's the date of birth on the account? / {twelfth of the eleventh eighty six}
        A: And the first line of your address? / {eighty four Wellington Parade}
        A: And the postcode? / {L S seven, two D Q}
        A: Thank you {Imogen}. What are you coming in for? / my left knee, since about two weeks
        A: What's the code? / {five seven oh, three nine one}
        my husband {Anselm} has the appointment, his number is {oh double four, seven one oh two, double eight one}
        A: What's his mobile? / {zero eight nine} / A: mm / {four double one} / A: ok / {two oh seven six}
        could you tell the doctor that my number changed to {three oh two five five five oh one seven four}
        it's {Leticia Barragan}, {B A double R A G A N}
        my last name is spelled {V as in Victor, O, S as in Sam, S}
        my name is {Mary Kate O hyphen Halloran}
        my daughter is {Zadie}, {Z A D I E}, same last name
        A: Who should I say is calling? / {Bertrand Achille}
        A: What name is the booking under? / {Featherstone}
        I think it's under my maiden name, {Castellanos}
        it's booked as {Yusuf}, surname {Demir}
        this is {Corporal Dean Whitcombe}'s wife, {Janelle}
        mi nombre es {Ximena Robledo} y mi teléfono es {nueve uno cinco, cinco cinco cinco, cero uno cuatro siete}
        mi fecha es {el cuatro de julio del ochenta y tres}
        A: ¿Cuál es su código postal? / {siete nueve nueve cero uno}
        A: ¿Me da su correo electrónico? / {ximena guion bajo robledo arroba yahoo punto com}
        A: ¿Y el número de su seguro? / {B C uno dos tres cuatro cinco}
        my social security is {four oh one}, {six six}, {two nine one eight}
        it's a Canadian number, {plus one, six one three, five five five, zero one eight three}
        call my office, {eight six four five five five oh one two eight extension four oh two}
        ring {oh one seven one eight, five double five, four oh one} after six
        the number is {oh four five six seven eight nine oh one two}
        A: phone? / {six one nine five five five} / A: uh huh / {zero one six} / A: and the last digit? / {five}
        my number's the same but ends in {nine four} now
        it's {three one three, triple five, oh one, hang on, oh one nine six}
        the number I'm calling from is {two one six five five five oh one eight oh}
        A: Medicare card number and the reference number beside your name? / {four oh two eight, one one seven seven two, six}, and I am on reference two
        health insurance is Cigna, {U four four two, one oh nine, eight seven}
        A: ID number? / {U as in uniform}, {four four one two}, {oh nine oh eight}
        A: Group number? / {triple oh seven seven one two}
        A: Could you read out the policy number? / {B H S dash four four oh nine dash one one}
        my NHS number starts {six two one, then four oh nine, then seven seven one eight}
        PPSN {seven seven oh one two three four F A}
        TFN's {four five nine, five nine nine, two three oh}
        SIN is {one nine three, four five six, seven eight seven}
        A: S I N? / {nine three one, two two four, oh one nine}
        my driver's licence number is {W H I T E, seven one two oh nine four, J nine nine}
        licence's {oh nine four four one two seven}
        A: Passport number? / {five six oh one one nine four eight two}
        A: Card details? / {four nine two nine, one two three four, five six seven eight, nine oh one two}
        it expires {oh two oh twenty nine} and the three digits are {one one eight}
        exp {06/29}, cvv {551}
        A: And the CVC? / {four}, {four}, {one}
        my pin is {oh four one eight}
        A: Read me the code? / {eight one}, {nine five}, {seven two}
        account number's {six six oh one, two two nine eight}, BSB {seven three two, oh oh one}
        sort code {four oh, one seven, two two}
        IBAN {I E two nine A I B K nine three one one five two one two three four five six seven eight}
        my address is {two slash forty one Ocean Street, Bondi}
        I live at {unit 5, 12-14 Kings Road}
        my home address is {twelve thirty Elmwood Drive, Apartment two B, Dayton, Ohio}
        A: Zip? / it's {seven eight seven oh four}
        A: And your Eircode? / {A sixty seven}, {X five eight two}
        postcode's {two oh four oh}
        A: Postal code? / {R three C}, {four T three}
        email's {b dot achille at sympatico dot ca}
        it's {j underscore whitcombe ninety one, at, gmail dot com}
        A: Email? / {castellanos r at aol dot com}
        my email address, it's the letter {z, then adie, at outlook dot com}
        A: Email address? / {rosalind at} / A: yes? / {achille dash law dot com}
        {yusuf dot demir, that's D E M I R, at web dot de}
        send it to {accounts at featherstone homes dot co dot uk}
        A: Good morning, which patient is this about? / {Hamish Pollock}, my father
        A: And his date of birth? / {nineteenth of the seventh, thirty nine}
        A: And a contact number for you? / {oh seven eight double two}, {four one nine}, {triple six}
        hi it's {Bridget} from two doors down, I need a repeat
        my full name is {Thanh Ngoc Pham}, {P H A M}
        A: Last name? / {Szymanski}. {S Z Y M}, {A N S K I}
        it's {Mcallister}, {M C, capital A, L L I S T E R}
        A: First name? / {Joaquina}
        that's {Q for Quebec, U for uniform, I for India, N for November, N for November}
        could I speak with my daughter's therapist, she's {Paige Holloway}
        A: Name on the policy? / {Terrence J Abbott}
        my date of birth, {two, twenty nine, fifty two}
        he's born {the twenty, twenty first of August, twenty twenty one}
        my birth date is {6 November 1959}
        my cell is {two four eight, five five five, oh one three seven} and home is {two four eight, five five five, oh one three eight}
        A: What's a good number? / {six oh eight}, no I lie, {six oh nine, five five five, oh one two six}
        A: Number? / {eight one three}. / A: eight one three. / {five five five}. / A: five five five. / {oh one oh one}.
        ring me on {oh one seven, double one, four oh two, nine eight} if it's late
        {oh four three one, one double eight, nine oh two}, that's the best mobile
        text is better, {plus three five three, eight six, one oh nine, double four, seven one}
        my email is {hamish dash pollock at virgin media dot com}
        {bridget at twodoors dot ie} is the address for email
        it's {t n pham, one nine nine two, at g mail dot com}
        A: And an email? / {abbott period terrence at comcast dot net}
        A: Confirm the email please? / {j o a q u i n a, underscore, four four, at live dot com dot mx}
        my address is {seventeen Station Close, Ely}
        A: Where do you live now? / {forty nine Birchwood Road, flat six}
        A: What's the house address? / {three twenty one North Fourth Street}
        postcode is {C B seven, four P Q}
        A: What's the post code? / {S A one, um, three R D}
        my eircode's {P eight five, K two seven W}
        postal code {V five K, zero A one}
        zip plus four is {three oh three oh nine, dash, two two one eight}
        Medicare number {three one two four, double five, six seven eight, one}
        A: NHS number? / {four oh one}, {oh two three}, {two one three seven}
        my Blue Shield ID's {X E H, nine one four, double oh, seven two one}
        A: Member ID? / {K as in kite, nine nine oh}, {two one seven}
        the group is {seven four oh one one}
        social? {five one two}, {eighty eight}, {oh four four one}
        last four is {two nine one three}
        A: SSN last four? / {oh oh seven one}
        my TFN is {five six five, oh five one, six oh three}
        national insurance is {N H, four four, one oh, nine two, D}
        card's {three seven eight two, eight two two four six three, one oh oh oh five}
        exp {eleven oh eight... sorry eleven twenty eight}
        cvv {four oh double one}
        A: And the passcode? / {three}, {three}, {nine}, {oh}, {one}, {one}
        me llamo {Itzel Carranza}, {C A R R A N Z A}
        mi celular es el {ocho tres dos, cinco cinco cinco, cero uno, veintidós}
        nací {el treinta de noviembre de mil novecientos noventa y uno}
        mi correo es {itzel punto c doce arroba outlook punto com}
        vivo en {avenida Juárez trescientos cuatro}
        el código que me mandaron es {cuatro cuatro uno nueve cero dos}
        """;

    public const string Harmless = """
        I need two appointments, one for me and one for my son
        it costs forty five dollars for the first visit and thirty for the second
        the copay is twenty five
        take two tablets four times a day for seven days
        I've had it for three or four days now
        can we do two thirty or four fifteen on Tuesday
        I'm free on the fourth, the fifth or the sixth of May
        the appointment is on the fourteenth of June twenty twenty seven at ten
        my appointment was moved from March 3rd to March 10th
        we open at eight and close at six on weekdays, nine to one on Saturdays
        suite four hundred, fourth floor, building two
        it's the second door on the left, room one oh four
        my blood sugar was one eighty seven before lunch
        his temperature is thirty eight point five
        my A one C was seven point two
        I take twenty five micrograms of levothyroxine, and ten of amlodipine
        I'm five foot four and about one thirty
        there are two of us, too
        I ordered six boxes of two hundred gloves
        the wait is fifteen to twenty minutes
        that'll be one hundred and ninety nine euros ninety nine
        he's had three surgeries since two thousand and nine
        my son is in grade two and my daughter is in grade four
        she's four months old and weighs fourteen pounds
        I was there at ten past nine and nobody answered
        the bus number is forty two and it takes half an hour
        it's on channel four at nine
        A: How many sessions have you had? / twelve / A: out of? / twenty
        A: What time suits you? / ten / A: or eleven? / ten thirty
        A: How long have you had the pain? / about two weeks
        A: On a scale of one to ten? / seven or eight
        A: Which day works? / the twenty third of November
        A: We have the ninth at two fifteen or the eleventh at three forty five. / the eleventh
        A: What's your height? / one seventy five
        A: What year was the surgery? / two thousand and four
        A: How many people are coming? / two, no, three
        A: The deposit is fifty dollars and the balance of one hundred and forty is due on the day. / okay
        A: Our fax is down. Do you have a preferred pharmacy? / the one on Elm Street
        my insurance covers eighty percent up to two thousand dollars
        it was two for one, or four for the price of three
        I read it on page two hundred and twelve
        section 4 paragraph 12 of the form
        the form number is W-9
        I got a B12 shot and vitamin D 1000 units
        my L4 L5 disc is the problem
        COVID nineteen, two doses and a booster in twenty twenty two
        my last smear was in March 2021
        I need the nine a.m. on 12/04
        can you call me back in five minutes
        I'm calling back about the call I got at nine fifteen
        wait time is 30 to 45 min, parking is $12
        la cita es el quince de mayo a las tres y media
        cuesta cincuenta y cinco dólares
        tomo dos pastillas cada ocho horas
        A: ¿A qué hora le conviene? / a las diez y cuarto
        I'd like Doctor appointment in the morning please
        I'm in the car right now
        this is urgent
        this is for two people
        I'm sorry, one more time?
        my name is on the list already
        the address is on the website
        my number hasn't changed
        my email isn't working
        A: Is the number still the same? / yes it is
        A: What's the reason for your visit? / a cough, four days
        A: Do you have an account with us? / yes, since two thousand eighteen
        it's sixty milligrams four times a day
        I need it by four fifteen at the latest
        we saw two, maybe three of them
        my mom is sixty two and my dad's sixty five
        her due date is the ninth of March
        his last visit was on April 4th 2025
        A: When was your last tetanus shot? / oh, twenty nineteen I think
        A: What was the date of your last visit? / March the third twenty twenty five
        A: When's your surgery? / the fifth, no sorry, the sixth of May
        can I move from the fourth to the eleventh, no wait, the twelfth
        A: What time? / five, no, six thirty
        A: How far along are you? / twenty two weeks
        A: What's your zip code? / I don't know it
        A: Can I have your phone number? / it's the one you called
        A: How many refills? / two / A: and the strength? / fifty
        A: What's your pain level? / six / A: and now? / four
        one to two tablets every four to six hours
        I was on hold for two to three minutes
        two for me, two for my wife and one for the baby
        for four days, two to three times a day
        ten to four works better than four to ten
        add one to four and you get five
        bus forty to Main Street, then the sixty two
        our address is fourteen Harbor Street
        the clinic address is 200 Main Street
        you can find us at nine High Street
        the address is on the form
        address is unchanged
        my initials are fine on the form
        I go to the hotel, golf on Mondays
        a hotel four miles away
        the delta variant in november twenty twenty one
        november twelve at three pm
        mike and charlie are my dogs
        it's under review
        is it under warranty
        the booking is under way
        it's under two hundred dollars
        the price is two to four hundred
        I take a vitamin D and a B twelve
        my A one C went from seven point one to six point eight
        the T four and T three were normal
        my O two sat was ninety three
        she's ninety three percent sure
        it is ninety three degrees out
        his heart rate was ninety six
        my account is fine, it's a hundred and twelve dollars
        dial nine for an outside line
        press star six seven
        the wifi code is on the wall
        what's the door code
        one eight hundred numbers don't work
        there's a 1 in 4 chance
        between 10 and 12 on the 14th
        I have an email from you at work
        look at the web page dot whatever
        I'm at home all day
        the results came at nine, at ten I called
        A: What is your email? / I don't have one at the moment
        A: Any email address? / no, not at all
        A: What's your address? / same as before
        A: And your surname? / it's on the file
        A: Can you spell that? / sure, one second
        we're two minutes from exit twelve
        it was the second of three doses
        take the second left, third house
        his third birthday is on Saturday
        I turned forty on Tuesday
        my birthday is next week
        it's my sixtieth birthday
        I was born with it
        born and raised in Cork
        A: Individual reference number? / 2
        case number nine nine one oh two
        A: How old are you? / thirty four
        I'm Professor Lionel Hartwell
        we have a nine forty, a ten twenty and a two fifteen
        A: The total is two hundred forty three dollars and ten cents. / okay
        the deposit is twenty, then four payments of fifteen
        I take forty in the morning and twenty at night
        his sats were ninety four, ninety five, ninety three
        it was one oh two point four last night
        my cycle is twenty eight days, the last one was on the third
        the baby weighed seven pounds four ounces
        I walked ten thousand steps
        we drove four hundred and fifty miles
        A: Which suite? / four twenty
        we're in suite two twelve on the second floor
        take exit fourteen off I ninety five
        it's the number sixteen bus
        I called at eight, eight fifteen and eight thirty
        I waited from two to four
        they're open eight to eight
        A: Which dates work? / the first, second or fifth of June
        the ninth of May at ten thirty, please
        A: When did it start? / around the fourth of March
        A: When was your last period? / June fourteenth
        it expired in two thousand twenty
        my policy started in January
        since twenty nineteen I've had asthma
        there were thirteen of us at the table
        A: How many units? / fourteen
        A: What's your A1C? / six point nine
        A: What size? / ten and a half
        serving sizes two to four
        page one of four
        a hundred percent
        fifty fifty
        twenty four seven
        nine one one
        I called 911
        call 111 or 999
        dial 988
        one two three four five, can you hear me
        testing one two three
        A: Press one for English, two for Spanish. / one
        A: You're caller number four. / okay
        order 4471 from the pharmacy
        the invoice for three hundred and twelve
        it's item number two two four five
        ticket A 113
        bay C 12
        gate B 22
        version 2.0.14
        COVID-19 in 2020
        type 2 diabetes, stage 3
        L5-S1 fusion
        it's for two people on the fourth
        can you do four for four fifteen
        I go by bus
        that's spelled wrong
        spelled with two Ls
        it's an O not a zero
        A: Do you have a pen? / yes go ahead
        I live in Toronto
        we live in a small flat
        I live on the second floor
        my address has changed
        A: Has your address changed? / no
        A: Is your email still Gmail? / yes
        look at it at gmail
        meet me at the dot com office
        A: Do you know your member ID? / no, sorry, I don't have the card
        A: What insurance do you have? / Blue Cross Blue Shield, the PPO
        A: What's the name of your pharmacy? / Boots on Church Street
        A: Who's your usual doctor? / I saw someone new last time
        A: Which medication? / Tylenol and Advil
        A: Name of the medication? / Xarelto
        I'd like to come in on the fourth or fifth, whichever you've got
        I was told it would be between sixty and eighty pounds
        A: We've got two o'clock, two twenty, or four forty five. / two twenty please
        my last period was the twelfth of October
        the pharmacy closes at nine thirty on Fridays
        I take a hundred and twelve micrograms, then one twenty five on weekends
        it's my third visit, first was in January twenty twenty six
        my peak flow is four hundred and ten
        the BP cuff said one fifty two over ninety four, pulse eighty eight
        A: How many tablets are left? / four or five / A: and the strength? / two hundred
        the doctor said come back in six to eight weeks
        we're on the M twenty five near junction ten
        you're number two in the queue
        I've a party of four, so we need two double rooms
        I got three emails and two texts from you
        the receipt says two hundred and twelve dollars and fifty cents
        A: What did the scale say? / two oh four
        my daughter is two and a half and my son's four
        press two for Spanish or zero for the operator
        la consulta dura cuarenta y cinco minutos y cuesta ochenta dólares
        A: ¿Cuántos años tiene? / treinta y dos
        tengo fiebre de treinta y nueve desde hace tres días
        is it bay four or bay five for the ultrasound
        A: Is the twenty sixth at eleven ten okay? / make it eleven forty
        I had it done in nineteen ninety eight and again in twenty fourteen
        it happened at mile marker one twelve on Route 66
        A: Is this about a new problem? / no it's the same one, since March
        I paid 2 x $49.50 on 3/11
        there's a form 1040 and a form 8962
        the model is a ResMed AirSense 10
        A: When's good? / Monday through Thursday, nine to three
        my flight is AA one oh four at six twenty
        A: Have you been with us before? / yes, in twenty twenty two, twice
        A: We've Thursday at ten forty or Friday at two. / Friday at two please
        A: That's booked for Friday the ninth at two. You'll get a text with a code. / ok
        A: Great, and it's seventy five pounds for forty minutes. / fine
        so it's the fourth at four and the fifth at five
        A: Do you want two or three sessions? / let's do three
        two of my kids need to be seen, one is four and the other's seven
        A: What did the pharmacist say? / take two, wait four hours, then one more
        it says apply to the skin two to three times daily
        A: What's the total? / one hundred and eighty two fifty
        my deductible is fifteen hundred and I've met nine hundred
        my temp hit one oh three point two at two a m
        my weight went from one ninety to one seventy six
        A: Which clinic? / the one on Fifth Avenue
        A: Which tooth? / upper left six
        A: And how old is the patient? / eleven
        A: What's the referral about? / L four L five, and some numbness
        the code on the box is a barcode
        I'm in the two hundred block, near gate four
        it's been since the tenth of last month
        A: Is the tenth any good? / the tenth, no, the eleventh
        the form says section B two
        the flight lands at six oh five on the nineteenth
        my shift is seven to three thirty
        A: How far? / about one forty miles
        A: Last time you ate? / nine thirty last night
        they gave me five milligrams, then ten, then back to five
        the trial had four hundred and twelve people
        he scored twenty three out of thirty
        I'm under a lot of stress
        is Hope Street the one with the car park
        the appointment's with Doctor Grace on the sixteenth
        A: Thanks for waiting. / no problem
        A: It's Jefferson Street, number nine. / thanks
        A: We are at 40 King Street. / great
        it's for the May clinic
        A: May the first works? / yes
        I can't do April or June, maybe August
        put me down for Tuesday
        the address is just past the church
        A: Anything else? / that's it, thanks a million
        A: Your next visit is 06/29 at 9:15. / perfect
        can we say the fifth, or no wait, the sixth at ten
        I take two in the morning, one at noon and two at night
        it's four for the price of three, so sixty in total
        she's five two and a hundred and ten pounds
        A: What was the reading? / one eighteen over seventy six
        A: How long is the course? / six weeks, twice a week
        the referral was on the second of March twenty twenty six
        we moved the review from the ninth to the nineteenth
        is parking level two or three
        it's under the sink
        A: Which arm? / the left one
        I've got a two o'clock and then a three forty five
        they close at five on the twenty fourth
        my co pay went from twenty to thirty five
        A: How many times? / three, no four
        the lot number on the vaccine is on the card
        I'd say a six out of ten
        it's about eleven hundred steps
        A: Next Tuesday at one ten? / one ten is fine
        I've read pages four to nine
        order two boxes of fifty
        A: Is tomorrow okay? / tomorrow's the first, isn't it
        there's a twenty four hour fee of forty dollars
        I was number seven on the list
        la cita es a las cuatro y veinte del día nueve
        son ciento veinte dólares por dos sesiones
        """;
}
