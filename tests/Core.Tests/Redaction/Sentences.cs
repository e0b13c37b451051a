namespace Orchestrator.Core.Tests.Redaction;

/// <summary>
/// What people say to a clinic's receptionist. What must be hidden stands in braces, everything else must stay; a slash
/// parts the turns, the agent's first when a line begins with one of hers (<c>A:</c>).
/// </summary>
internal static class Sentences
{
    public const string Numbers = """
        my number is {oh seven seven double oh nine hundred four five six}
        yeah it's {zero one six one, four nine six, oh one two three}
        you can reach me on {07700 900 123} any time after six
        my cell is {four one five, five five five, oh one three two}
        the number's {212-555-0199}, that's a landline
        call me back at {(03) 9123 4567} please
        it's an Australian mobile, {oh four one two, three four five, six seven eight}
        my mobile is {0412 345 678}
        the best number for me is {oh eight seven, one two three, four five six seven}
        {087 123 4567} is my mobile
        her number is {plus three five three, eight seven, one two three four five six seven}
        my work number is {six oh four, five five five, one two one two}
        you can text me at {604 555 1212}
        it's {eight hundred, five five five, twelve twelve, extension four}
        um so it's {five five five... uh, oh one four two}
        the number you want is {0 7 7 0 0 9 0 0 1 2 3}
        {4 1 5 5 5 5 0 1 3 2} is the best one to use
        my old number was {07700900123} and the new one is {07700900456}
        so that's {nine one seven, five five five, oh one double oh}, correct?
        could you ring me on {020 7946 0958} instead
        my fax number is {1-312-555-0175}
        please call {+61 2 9876 5432} when it's ready
        it's {001 415 555 0132} from abroad
        his mobile is {seven seven zero zero, nine zero zero, one two three}
        reach me at {four one five five five five zero one nine nine}
        my phone number's {six one seven. five five five. zero one six six}.
        it's {oh two oh, seven nine four six, oh nine five eight}
        my number has changed, it's now {021 123 4567}
        A: What's a good number to reach you? / {five five five}, {oh one four two}
        A: Can I take your phone number? / it's {oh seven seven} / A: okay / {double oh nine} / A: go on / {one two three four five}
        A: And your contact number please? / sure, {07700 900123}
        """;

    public const string Identifiers = """
        my social is {one two three, four five, six seven eight nine}
        social security number {123-45-6789}
        the last four of my social are {six seven eight nine}
        it's {219 09 9999} for the social
        my NHS number is {943 476 5919}
        the NHS number's {nine four three four seven six five nine one nine}
        national insurance number is {AB123456C}
        my national insurance is {A B, twelve, thirty four, fifty six, C}
        my PPS number is {1234567T}
        the Medicare number is {2123 45670 1}
        my medicare card is {two one two three, four five six seven oh, one}
        health card number {1234 567 890}
        my OHIP is {1234-567-890-AB}
        my SIN number is {046 454 286}
        member ID is {XQH 441 9027}
        the member number is {W twelve, thirty four, five six seven eight nine}
        my policy number is {H M O 4 4 5 2 1 9}
        group number {00781234}
        the insurance ID is {ZGP883920145}
        my medical record number is {00483921}
        chart number {448 213}
        passport number is {533401372}
        my passport is {P A 1 2 3 4 5 6 7}
        driver's license number {D1234567}
        my Medicare ID is {1EG4-TE5-MK73}
        routing number is {021000021} and account number {000123456789}
        sort code {20-47-61}, account number {12345678}
        the BSB is {062 000} and the account number is {1234 5678}
        my IBAN is {GB82 WEST 1234 5698 7654 32}
        the card number is {4242 4242 4242 4242}
        it's {four two four two, four two four two, four two four two, four two four two}
        it's a Visa, {4000 0566 5566 5556}, expires {04/28}, CVV {123}
        my card is {3782 822463 10005} and the security code is {one two three four}
        the three digits on the back are {seven three one}
        expiry date is {oh nine twenty seven}
        it expires in {September twenty twenty seven}
        the code is {483921}
        the code you texted me is {four eight three nine two one}
        I got the text, it says {839204}
        verification code {five five one two oh nine}
        A: Please read me the six digit code we just sent. / {four seven two nine one one}
        A: What's the code? / um {47} {29} {11}
        A: I've sent you a code by text. / got it, {4 7 2 9 1 1}
        my PIN is {four four one two}
        the license plate is {8XYZ123}
        VIN is {1HGCM82633A004352}
        my student ID number is {A0048213}
        my password is {hunter2}
        the username is {rhollis82}
        """;

    public const string Contacts = """
        my email is {r.hollis@example.com}
        it's {rebecca dot hollis at gmail dot com}
        {rebecca underscore hollis eighty two at yahoo dot co dot uk}
        send it to {tom okafor at outlook dot com} please
        it's all one word, {tomokafor at hotmail dot com}
        that's {r h o l l i s at icloud dot com}
        it's {b as in bravo, hollis, at example dot org}
        email address is {j smith 1982 at btinternet dot com}
        you can email me on {priya.n+clinic@example.ie}
        A: What's your email address? / {hollis rebecca at eircom dot net}
        A: And your email? / it's {sarah dash jones at bigpond dot com dot au}
        mi correo es {maria punto lopez arroba gmail punto com}
        I live at {14 Acacia Avenue}
        my address is {22 Baker Street, London}, postcode {NW1 6XE}
        the postcode is {SW1A 1AA}
        it's postcode {M one, one A E}
        I live in {apartment 5, 22 Rose Lane}
        my postcode's {L S one, four D Y}
        zip code {nine oh two one oh}
        my zip is {94110}
        the zip's {six oh six one four}
        the eircode is {D02 X285}
        my postal code is {K1A 0B1}
        postcode {three thousand}
        we've moved to {88 Harbour Road, Cork}
        home address is {1600 Pennsylvania Avenue Northwest}
        A: What's your address? / {four fifty Elm Street, apartment six}
        A: Could you confirm your home address? / yes it's {12 Station Road, Leeds}
        A: And your zip code? / {nine four one one oh}
        A: What's your postcode? / {E H one, two N G}
        my website is {www.hollisfamily.example.com}
        vivo en la {calle Mayor 14}
        """;

    public const string Birthdays = """
        my date of birth is {the third of May nineteen eighty two}
        date of birth {03/05/1982}
        I was born {on the fourth of July 1976}
        she was born {on March 12th, 2019}
        dob {12 11 64}
        my birthday is {May 3rd 1982}
        {July fourth nineteen seventy six} is my birthday
        born in {1982}
        his date of birth is {two three nineteen eighty}
        date of birth is {five twelve seventy one}
        it's {the twenty first of March, sixty four}, that's my date of birth
        D.O.B. is {1982-05-03}
        A: What's your date of birth? / {third of May, eighty two}
        A: What's your date of birth? / {oh three oh five eighty two}
        A: Can I have your date of birth please? / sure, it's {05/03/1982}
        A: And the date of birth? / {May the third, nineteen eighty two}
        A: Date of birth? / {3 5 82}
        A: Can I get your name and date of birth? / {Rebecca Hollis}, {third of May nineteen eighty two}
        A: Could you verify your date of birth for me? / {February 29th 1996}
        naci {el tres de mayo de mil novecientos ochenta y dos}
        mi fecha de nacimiento es {12 de enero de 1980}
        """;

    public const string Names = """
        my name is {Rebecca Hollis}
        my name's {Tom} and I need an appointment
        hi, this is {Priya Nair}, I called earlier
        this is {Tom Okafor} speaking
        hello, {Siobhan Kelly} here
        I'm {Sarah Jones}, I have an appointment on Tuesday
        my first name is {Amelia} and the last name is {Grant}
        last name {Okonkwo}, first name {Chidi}
        the name's {Hollis}, {H O L L I S}
        surname is spelled {N A I R}
        I'm calling for my daughter {Amelia Grant}
        it's for my son, {Oliver}
        my husband {David Chen} has an appointment
        the appointment is for {Aoife Murphy}
        it's under the name {Fitzgerald}
        my name is {rebecca hollis} and i need to see someone
        yes this is {maria} calling about my results
        the patient's name is {Josefina Ortega}
        could you tell Mr. {Henderson} I called
        I'm phoning on behalf of {Margaret O'Brien}
        me llamo {Guadalupe Hernandez}
        mi nombre es {Carlos Ruiz}
        habla {Maria Lopez}
        soy {Jorge} y necesito una cita
        A: What's your name? / {Rebecca Hollis}
        A: Can I have your full name please? / yes, it's {Thomas Okafor}
        A: Who am I speaking with? / {Priya}
        A: Could you spell your last name? / {H O double L I S}
        A: Thanks for calling, who is this? / it's {Grace Adeyemi}
        A: And the patient's name? / um, {Liam O'Connor}
        A: What's your name? / {rebecca hollis}
        my name is {Rebecca Hollis} / A: Thanks {Rebecca}, how can I help? / it's {Hollis} with two Ls
        everyone calls me {Beth}
        I'm the mother of {Daniel Craigson}
        A: I have you down as {Rebecca Hollis}, is that right? / yes
        """;

    public const string Calls = """
        A: Thank you for calling. May I have your name and a callback number? / Sure, {Janet Osborne}, {four one five, five five five, oh one eight two} / A: Thanks {Janet}. What day works for you? / March 3rd or the fifth, around two thirty
        A: What's your date of birth? / {May 3rd 1982} / A: Perfect, thank you. What day would you like to come in? / June 5th at 10 30 please
        A: We will text a confirmation to your phone number. What time suits you? / two thirty would be great
        A: What's the name of your insurance? / Blue Cross Blue Shield / A: And the member ID? / {X Y Z, one two three, four five six, seven eight nine}
        A: Which pharmacy do you use? / the Walgreens on 5th and Main
        A: Could you spell that for me? / sure, {O K A F O R}
        A: I have {07700 900123}, is that right? / yes / A: And your date of birth? / {twelfth of the sixth, eighty nine}
        A: Is there a number we can reach you on? / my husband's mobile is better, that's {oh seven nine one one, one two three, four five six}
        A: Can I get the card number? / {four five three two} / A: yes / {one two three four} / A: mm-hmm / {five six seven eight, nine oh one two}
        A: And the expiry date? / {eleven twenty seven} / A: And the three digits on the back? / {seven three one}
        A: Your appointment with Dr. Patel is on Tuesday, March 3rd at 2:30 PM. / Great, thanks
        A: What's your zip code? / {nine four one oh three} / A: Have you been here before? / yes, in 2019 and twice in 2021
        A: And your last name? / {Nguyen} / A: How do you spell that? / {N G U Y E N}
        A: Please tell me your Medicare number. / it's {2123 45670 1} and the reference is 1
        A: What's the best email for you? / it's {mary dot smith ninety at gmail dot com}, all lowercase
        A: May I have your address? / {four twenty two Oak Street}, in Springfield
        A: What brings you in today? / I have had a fever of 101.5 for 3 days and my oxygen was 94
        A: How tall are you and what do you weigh? / five foot ten, about one ninety five
        A: When did it start? / around the twelfth of May, maybe the thirteenth
        A: How old is your daughter? / she's six, she turns seven in June
        A: Who is your doctor? / Dr. Patel, I think, or Doctor Osei
        A: What medication are you on? / metformin 500 twice a day and lisinopril 10 / A: Any allergies? / penicillin
        A: What is your phone number? / I'd rather not say
        A: Just to confirm, that's the fourteenth of March at nine fifteen? / yes, correct
        A: Do you have a reference number? / yes, it's order 48213
        A: ¿Cuál es su número de teléfono? / {cuatro uno cinco, cinco cinco cinco, cero uno tres dos}
        A: ¿Cuál es su fecha de nacimiento? / {tres de mayo de 1982}
        A: ¿Cómo se llama? / {Guadalupe Ramirez}
        A: ¿Qué día prefiere? / el martes a las tres y media
        """;

    public const string Harmless = """
        my birthday party was great
        your booking was successful, the reference number is YF86GE4J
        A: the address is 24 Green Street City Centre
        can I speak to Billing please
        I need an appointment for Botox
        it's under Medicare Part B
        my daughter Will need a form
        numbers like 10, 20, 30, 40, 50, 60, 70
        ICD code E11.9 and CPT 99213
        L4-L5 disc, C5-C6 too
        COVID-19 vaccine on 3/4/2021, booster 11/12/2021
        A: May I have your name? / Sure. One second.
        A: What is your name? / Can you hear me?
        A: What's your phone number and what time works? / 10:30 on the 5th
        flight 1234 leaves at 10:45
        my son was just born, can we come in on May 5th
        my GP is Dr. O'Connor at the Marlow practice
        my temperature was 101.3 at 4 and 99.8 at 6
        I need 3 refills of 20 mg, 90 day supply, 180 tablets
        the bus gets in at 10 20 and I walk from there
        it's on the second floor, suite 210, building 4
        there are four of us, aged two, five, thirty and thirty two
        I've called 3 times, on the 5th, 6th and 9th
        I was there in March 2024 and again in April
        since 2020 I've had 5 surgeries
        about 10 to 15 minutes from here
        page 3 of 10, question 12
        open 24 7, 365 days a year
        option 2, then press 1 and 4
        my grade is 85 percent and the score is 7 out of 10
        I run 5k three times a week
        it costs 250 for the first and 175 for the second visit
        I'd say a four, no, a five, maybe six
        the MRI is booked, and the ECG and CT are done
        I have COPD and ADHD
        my A1c is seven point two
        a 10 by 12 centimetre bruise
        I'm on day 5 of 10
        I'm Canadian, this is my second visit
        I'm Mexican and I'm here on a visa
        I'm diabetic
        I'm Available any time
        this is Amazing, thanks
        this is Harborview Family Clinic
        it's Tuesday today
        thanks, Monday works
        hi, Monday at nine please
        Good morning Harborview
        call me tomorrow
        call me when it's ready
        call me back please
        she named it after the clinic
        my mother called earlier
        the card is declined
        the card was charged $50 on 3/4
        is my account active
        what's the code for the door
        dress code is casual
        zip it up
        code blue
        a social worker called
        a pin in my hip
        the pin in my wrist hurts after 3 weeks
        I have a plate and 6 screws in my leg
        the office on Main Street
        visa and mastercard are fine
        my phone died
        my phone is at 5 percent
        her mobile was off at 2 and at 3
        the number of pills is 30
        a number of people
        number one on my list
        the last four weeks have been hard
        the last three days
        security is at the front desk
        the desk is on floor 2
        expires soon
        my prescription expires in two weeks
        my policy covers 80 percent after 500 dollars
        my plan is to come in at 3
        my address has changed
        the address is on your website
        I was born with it
        born and bred here for 40 years
        she's due on May 5th
        my due date is the 5th of May
        my surgery date was March 12th 2024
        my last visit was 03/05/2024
        the test on 2024-03-05 was clear
        mi cita es el cinco de mayo a las diez
        tengo 45 años y peso 80 kilos
        la consulta cuesta ciento veinte dolares
        llevo tres semanas con dolor
        mi hijo tiene fiebre de 39 grados
        take 500 mg twice daily for ten days
        my blood pressure was one forty over ninety
        it was 140 over 90 and then 138 over 85
        my temperature is thirty eight point five
        I weigh a hundred and eighty pounds and I'm six foot two
        the consultation is one hundred and twenty pounds
        that comes to $1,250.00 with the deposit
        can I come at half past two on the twelfth
        see you at 14:30 on Thursday
        2023-01-15 10:30 works for me
        Tuesday the 14th at half past two is fine
        how about March 3rd at ten fifteen
        the fifth of June at nine o'clock
        do you have anything on 12/05/2026 in the morning
        I need the two fifteen slot, not the three thirty
        between two and four on the twenty second
        I work at 123 Main Street, so mornings are hard
        the pharmacy on 45 High Street
        just call 1-800-FLOWERS and order some
        your reference is order number 48213, is that right
        I've been waiting since nine, there were three people ahead of me
        it's been about two or three weeks, maybe four
        press one for appointments, two for billing, three for anything else
        is room 204 on the second floor?
        she's seven years old and weighs twenty three kilos
        he's eighty two now
        I had it in nineteen ninety nine
        back in 2015 I had surgery
        one in ten people, maybe twenty percent
        I take ten milligrams in the morning and twenty at night
        my A1C was 7.2 and my LDL was 130
        I need a refill of vitamin B12
        the dose went from 10 to 20 to 40 milligrams
        we're open nine to five, Monday to Friday
        I'm calling about my results
        I'm sorry, this is very important
        this is great, thanks a lot
        I'm Italian and this is my first time
        it's me again
        I'm fine, thank you
        this is the third time I've called
        my son is sick and my daughter has a cough
        my name is spelled wrong in the system
        is that my name on the list
        what is your address
        can you give me your phone number
        I'll give you my email later
        look at your website
        I was born and raised here
        my birthday is coming up
        I forgot my password
        the code didn't arrive
        I don't have a code
        I lost my card last week
        do you take credit cards
        I need a letter for my insurance company
        Dr. Osei saw me last time
        I'd like to see Doctor Patel
        is nurse Kelly in today
        it's a quarter to five
        my pain is about seven or eight out of ten
        three or four times a day, five at most
        I'm on the number 42 bus
        it's apartment living, not a house
        the twenty first at three would be perfect
        can we do the second or the third of May
        may I book for April? I can do any day in May
        I will be there at ten to nine
        he will turn up at about four
        thanks very much, bye
        hello, good morning
        hi there, I hope you're well
        yes that's correct, thank you so much
        they were forty five minutes late last time
        two adults and three children
        I need it for 2026, not 2025
        my heart rate was 72, then 110, then 95
        blood sugar was 5.6, 7.8 and 11.1
        take one tablet at 8, 12, 4 and 8
        it costs 20, 30 or 40 dollars
        my insurance is Blue Cross Blue Shield
        I'm with Aetna and my husband is with Cigna
        I moved here from Boston
        I live in the city
        I live right down the street
        she lives with me
        necesito una cita para el martes a las tres
        tengo dolor de cabeza desde hace tres dias
        estoy tomando quinientos miligramos
        A: How can I help? / I'd like an appointment on the 14th at 2:30
        A: What time works for you? / three fifteen on Monday
        A: What's your date of birth and when would you like to come? / Tuesday at ten
        A: What's your phone number? / why do you need it
        A: What's your name? / sorry, what did you say
        A: Can I have your name? / yes of course
        A: Thanks for calling Harborview Family Clinic, this is the virtual assistant. / hi, can I book a visit
        """;
}
