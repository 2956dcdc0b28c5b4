/* chinook/slice.h: 341 rows of the Chinook database as arrays of the models' structs: some customers, all they bought in a few
 * visits, and whatever those rows refer to. For a first look, and for tests where the whole database is not at hand.
 *
 * The rows are Chinook's own. Copyright (c) 2008-2024 Luis Rocha, under the terms of the MIT licence:
 * https://github.com/lerocha/chinook-database
 */
#ifndef CHINOOK_SLICE_H
#define CHINOOK_SLICE_H

#include "models.h"

/* A price in hundredths. A day as C computes it while compiling: years begin in March, so that a leap day is their last. */
#define PRICE_OF(hundredths) {(hundredths), 2}
#define MARCH_YEAR(y, m) ((y) - ((m) < 3))
#define DAYS_BEFORE_YEAR(y) (365 * (y) + (y) / 4 - (y) / 100 + (y) / 400)
#define DAYS(y, m, d) (DAYS_BEFORE_YEAR(MARCH_YEAR(y, m)) + (153 * (((m) + 9) % 12) + 2) / 5 + (d) - 719469)
#define DAY(y, m, d) {DAYS(y, m, d) * INT64_C(86400000000)}

/* clang-format off */

static Genre slice_genres[] = {
	{1, "Rock"}, {2, "Jazz"}, {3, "Metal"}, {4, "Alternative & Punk"}, {6, "Blues"}, {7, "Latin"}, {9, "Pop"},
	{18, "Science Fiction"}, {19, "TV Shows"}, {20, "Sci Fi & Fantasy"}, {21, "Drama"}, {23, "Alternative"},
	{24, "Classical"},
};

static MediaType slice_media_types[] = {
	{1, "MPEG audio file"}, {2, "Protected AAC audio file"}, {3, "Protected MPEG-4 video file"},
	{4, "Purchased AAC audio file"}, {5, "AAC audio file"},
};

static Artist slice_artists[] = {
	{1, "AC/DC"},
	{2, "Accept"},
	{14, "Bruce Dickinson"},
	{41, "Elis Regina"},
	{52, "Kiss"},
	{53, "Spyro Gyra"},
	{54, "Green Day"},
	{76, "Creedence Clearwater Revival"},
	{81, "Eric Clapton"},
	{88, "Guns N' Roses"},
	{124, "R.E.M."},
	{131, "Smashing Pumpkins"},
	{134, "Stone Temple Pilots"},
	{144, "The Who"},
	{147, "Battlestar Galactica"},
	{149, "Lost"},
	{150, "U2"},
	{158, "Battlestar Galactica (Classic)"},
	{159, "Aquaman"},
	{196, "Cake"},
	{197, "Aisha Duo"},
	{214, "Academy of St. Martin in the Fields & Sir Neville Marriner"},
	{233, "Chicago Symphony Orchestra & Fritz Reiner"},
	{237, "Berliner Philharmoniker & Hans Rosbaud"},
	{241, "Felix Schmidt, London Symphony Orchestra & Rafael Frühbeck de Burgos"},
	{243, "Antal Doráti & London Symphony Orchestra"},
	{245, "Michael Tilson Thomas & San Francisco Symphony"},
};

static Album slice_albums[] = {
	{1, "For Those About To Rock We Salute You", 1},
	{2, "Balls to the Wall", 2},
	{3, "Restless and Wild", 2},
	{19, "Chemical Wedding", 14},
	{37, "Greatest Kiss", 52},
	{38, "Heart of the Night", 53},
	{39, "International Superhits", 54},
	{55, "Chronicle, Vol. 2", 76},
	{71, "Elis Regina-Minha História", 41},
	{72, "The Cream Of Clapton", 81},
	{90, "Appetite for Destruction", 88},
	{91, "Use Your Illusion I", 88},
	{188, "Green", 124},
	{189, "New Adventures In Hi-Fi", 124},
	{201, "Judas 0: B-Sides and Rarities", 131},
	{206, "Core", 134},
	{221, "My Generation - The Very Best Of The Who", 144},
	{226, "Battlestar Galactica: The Story So Far", 147},
	{229, "Lost, Season 3", 149},
	{237, "Rattle And Hum", 150},
	{238, "The Best Of 1980-1990", 150},
	{253, "Battlestar Galactica (Classic), Season 1", 158},
	{254, "Aquaman", 159},
	{255, "Instant Karma: The Amnesty International Campaign to Save Darfur", 150},
	{260, "Cake: B-Sides and Rarities", 196},
	{262, "Quiet Songs", 197},
	{280, "The World of Classical Favourites", 214},
	{299, "Scheherazade", 233},
	{303, "Sibelius: Finlandia", 237},
	{306, "Elgar: Cello Concerto & Vaughan Williams: Fantasias", 241},
	{308, "Tchaikovsky: 1812 Festival Overture, Op.49, Capriccio Italien & Beethoven: Wellington's Victory", 243},
	{310, "Prokofiev: Romeo & Juliet", 245},
	{312, "Berlioz: Symphonie Fantastique", 245},
};

static Track slice_tracks[] = {
	{1, "For Those About To Rock (We Salute You)", {true, 1}, 1, {true, 1}, "Angus Young, Malcolm Young, Brian Johnson", 343719, {true, 11170334}, PRICE_OF(99)},
	{2, "Balls to the Wall", {true, 2}, 2, {true, 1}, "U. Dirkschneider, W. Hoffmann, H. Frank, P. Baltes, S. Kaufmann, G. Hoffmann", 342562, {true, 5510424}, PRICE_OF(99)},
	{4, "Restless and Wild", {true, 3}, 2, {true, 1}, "F. Baltes, R.A. Smith-Diesel, S. Kaufman, U. Dirkscneider & W. Hoffman", 252051, {true, 4331779}, PRICE_OF(99)},
	{6, "Put The Finger On You", {true, 1}, 1, {true, 1}, "Angus Young, Malcolm Young, Brian Johnson", 205662, {true, 6713451}, PRICE_OF(99)},
	{8, "Inject The Venom", {true, 1}, 1, {true, 1}, "Angus Young, Malcolm Young, Brian Johnson", 210834, {true, 6852860}, PRICE_OF(99)},
	{9, "Snowballed", {true, 1}, 1, {true, 1}, "Angus Young, Malcolm Young, Brian Johnson", 203102, {true, 6599424}, PRICE_OF(99)},
	{10, "Evil Walks", {true, 1}, 1, {true, 1}, "Angus Young, Malcolm Young, Brian Johnson", 263497, {true, 8611245}, PRICE_OF(99)},
	{12, "Breaking The Rules", {true, 1}, 1, {true, 1}, "Angus Young, Malcolm Young, Brian Johnson", 263288, {true, 8596840}, PRICE_OF(99)},
	{13, "Night Of The Long Knives", {true, 1}, 1, {true, 1}, "Angus Young, Malcolm Young, Brian Johnson", 205688, {true, 6706347}, PRICE_OF(99)},
	{185, "The Tower", {true, 19}, 1, {true, 3}, "Roy Z", 285257, {true, 9435693}, PRICE_OF(99)},
	{186, "Killing Floor", {true, 19}, 1, {true, 3}, "Adrian Smith", 269557, {true, 8854240}, PRICE_OF(99)},
	{188, "Gates Of Urizen", {true, 19}, 1, {true, 3}, "Roy Z", 265351, {true, 8627004}, PRICE_OF(99)},
	{190, "Trupets Of Jericho", {true, 19}, 1, {true, 3}, "Roy Z", 359131, {true, 11820908}, PRICE_OF(99)},
	{447, "Shout It Out Loud", {true, 37}, 1, {true, 1}, "Paul Stanley, Gene Simmons, B. Ezrin", 219742, {true, 7194424}, PRICE_OF(99)},
	{449, "Calling Dr. Love", {true, 37}, 1, {true, 1}, "Gene Simmons", 225332, {true, 7395034}, PRICE_OF(99)},
	{451, "Strutter", {true, 37}, 1, {true, 1}, "Paul Stanley, Gene Simmons", 192496, {true, 6317021}, PRICE_OF(99)},
	{453, "Cold Gin", {true, 37}, 1, {true, 1}, "Ace Frehley", 262243, {true, 8609783}, PRICE_OF(99)},
	{457, "De La Luz", {true, 38}, 1, {true, 2}, NULL, 315219, {true, 10518284}, PRICE_OF(99)},
	{461, "Surrender", {true, 38}, 1, {true, 2}, NULL, 287634, {true, 9422926}, PRICE_OF(99)},
	{465, "When Evening Falls", {true, 38}, 1, {true, 2}, NULL, 298135, {true, 9863942}, PRICE_OF(99)},
	{469, "Poprocks And Coke", {true, 39}, 1, {true, 4}, "Billie Joe Armstrong -Words Green Day -Music", 158354, {true, 5243078}, PRICE_OF(99)},
	{473, "When I Come Around", {true, 39}, 1, {true, 4}, "Billie Joe Armstrong -Words Green Day -Music", 178364, {true, 5839426}, PRICE_OF(99)},
	{477, "Brain Stew", {true, 39}, 1, {true, 4}, "Billie Joe Armstrong -Words Green Day -Music", 193149, {true, 6305550}, PRICE_OF(99)},
	{698, "Good Golly Miss Molly", {true, 55}, 1, {true, 1}, "J.C. Fogerty", 163604, {true, 5348175}, PRICE_OF(99)},
	{700, "Wrote A Song For Everyone", {true, 55}, 1, {true, 1}, "J.C. Fogerty", 296385, {true, 9675875}, PRICE_OF(99)},
	{702, "Cotton Fields", {true, 55}, 1, {true, 1}, "J.C. Fogerty", 178181, {true, 5919224}, PRICE_OF(99)},
	{704, "Don't Look Now", {true, 55}, 1, {true, 1}, "J.C. Fogerty", 131918, {true, 4366455}, PRICE_OF(99)},
	{706, "Before You Accuse Me", {true, 55}, 1, {true, 1}, "J.C. Fogerty", 207804, {true, 6815126}, PRICE_OF(99)},
	{708, "Pagan Baby", {true, 55}, 1, {true, 1}, "J.C. Fogerty", 385619, {true, 12713813}, PRICE_OF(99)},
	{888, "Madalena", {true, 71}, 1, {true, 7}, NULL, 157387, {true, 5243721}, PRICE_OF(99)},
	{890, "Aprendendo A Jogar", {true, 71}, 1, {true, 7}, NULL, 290664, {true, 9391041}, PRICE_OF(99)},
	{892, "Badge", {true, 72}, 1, {true, 6}, "Clapton/Harrison", 163552, {true, 5322942}, PRICE_OF(99)},
	{894, "Sunshine Of Your Love", {true, 72}, 1, {true, 6}, "Bruce/Clapton", 252891, {true, 8225889}, PRICE_OF(99)},
	{1153, "Think About You", {true, 90}, 2, {true, 1}, NULL, 231640, {true, 3860275}, PRICE_OF(99)},
	{1157, "Rocket Queen", {true, 90}, 2, {true, 1}, NULL, 375349, {true, 6185539}, PRICE_OF(99)},
	{1161, "Don't Cry (Original)", {true, 91}, 2, {true, 1}, NULL, 284744, {true, 4833259}, PRICE_OF(99)},
	{1165, "Back off Bitch", {true, 91}, 2, {true, 1}, NULL, 303436, {true, 5135662}, PRICE_OF(99)},
	{1169, "Garden of Eden", {true, 91}, 2, {true, 1}, NULL, 161539, {true, 2839694}, PRICE_OF(99)},
	{1173, "Coma", {true, 91}, 2, {true, 1}, NULL, 616511, {true, 10201342}, PRICE_OF(99)},
	{2295, "Untitled", {true, 188}, 1, {true, 4}, "Bill Berry-Peter Buck-Mike Mills-Michael Stipe", 191503, {true, 6332426}, PRICE_OF(99)},
	{2296, "How The West Was Won And Where It Got Us", {true, 189}, 1, {true, 1}, "Bill Berry-Peter Buck-Mike Mills-Michael Stipe", 271151, {true, 8994291}, PRICE_OF(99)},
	{2297, "The Wake-Up Bomb", {true, 189}, 1, {true, 1}, "Bill Berry-Peter Buck-Mike Mills-Michael Stipe", 308532, {true, 10077337}, PRICE_OF(99)},
	{2481, "Waiting", {true, 201}, 1, {true, 4}, "Billy Corgan", 228336, {true, 7627641}, PRICE_OF(99)},
	{2550, "Plush", {true, 206}, 1, {true, 1}, "R. DeLeo/Weiland", 314017, {true, 10229848}, PRICE_OF(99)},
	{2551, "Wet My Bed", {true, 206}, 1, {true, 1}, "R. DeLeo/Weiland", 96914, {true, 3198627}, PRICE_OF(99)},
	{2552, "Crackerman", {true, 206}, 1, {true, 1}, "Kretz/R. DeLeo/Weiland", 194403, {true, 6317361}, PRICE_OF(99)},
	{2737, "Happy Jack", {true, 221}, 1, {true, 1}, "Pete Townshend", 132310, {true, 4353063}, PRICE_OF(99)},
	{2738, "Pictures Of Lily", {true, 221}, 1, {true, 1}, "Pete Townshend", 164414, {true, 5329751}, PRICE_OF(99)},
	{2740, "Magic Bus", {true, 221}, 1, {true, 1}, "Pete Townshend", 197224, {true, 6452700}, PRICE_OF(99)},
	{2742, "The Seeker", {true, 221}, 1, {true, 1}, "Pete Townshend", 204643, {true, 6736866}, PRICE_OF(99)},
	{2819, "Battlestar Galactica: The Story So Far", {true, 226}, 3, {true, 18}, NULL, 2622250, {true, 490750393}, PRICE_OF(199)},
	{2857, "A Tale of Two Cities", {true, 229}, 3, {true, 19}, NULL, 2636970, {true, 513691652}, PRICE_OF(199)},
	{2881, "Flashes Before Your Eyes", {true, 229}, 3, {true, 21}, NULL, 2636636, {true, 537760755}, PRICE_OF(199)},
	{2909, "Catch-22", {true, 229}, 3, {true, 21}, NULL, 2561394, {true, 489773399}, PRICE_OF(199)},
	{2991, "All Along The Watchtower", {true, 237}, 1, {true, 1}, "Dylan, Bob", 264568, {true, 8623572}, PRICE_OF(99)},
	{2992, "I Still Haven't Found What I'm Looking for", {true, 237}, 1, {true, 1}, "Bono/Clayton, Adam/Mullen Jr., Larry/The Edge", 353567, {true, 11542247}, PRICE_OF(99)},
	{2993, "Freedom For My People", {true, 237}, 1, {true, 1}, "Mabins, Macie/Magee, Sterling/Robinson, Bobby", 38164, {true, 1249764}, PRICE_OF(99)},
	{2999, "Heartland", {true, 237}, 1, {true, 1}, "Bono/Clayton, Adam/Mullen Jr., Larry/The Edge", 303360, {true, 9867748}, PRICE_OF(99)},
	{3001, "The Star Spangled Banner", {true, 237}, 1, {true, 1}, "Hendrix, Jimi", 43232, {true, 1385810}, PRICE_OF(99)},
	{3003, "All I Want Is You", {true, 237}, 1, {true, 1}, "Bono/Clayton, Adam/Mullen Jr., Larry/The Edge", 390243, {true, 12729820}, PRICE_OF(99)},
	{3005, "New Year's Day", {true, 238}, 1, {true, 1}, "U2", 258925, {true, 8491818}, PRICE_OF(99)},
	{3165, "The Brig", {true, 229}, 3, {true, 21}, NULL, 2617325, {true, 488919543}, PRICE_OF(199)},
	{3169, "The Man Behind the Curtain", {true, 229}, 3, {true, 21}, NULL, 2615990, {true, 493951081}, PRICE_OF(199)},
	{3246, "Baltar's Escape", {true, 253}, 3, {true, 20}, NULL, 2922088, {true, 525564224}, PRICE_OF(199)},
	{3247, "Experiment In Terra", {true, 253}, 3, {true, 20}, NULL, 2923548, {true, 547982556}, PRICE_OF(199)},
	{3248, "Take the Celestra", {true, 253}, 3, {true, 20}, NULL, 2927677, {true, 512381289}, PRICE_OF(199)},
	{3250, "Pilot", {true, 254}, 3, {true, 19}, NULL, 2484567, {true, 492670102}, PRICE_OF(199)},
	{3252, "Through the Looking Glass, Pt. 1", {true, 229}, 3, {true, 21}, NULL, 2610860, {true, 493211809}, PRICE_OF(199)},
	{3254, "#9 Dream", {true, 255}, 2, {true, 9}, NULL, 278312, {true, 4506425}, PRICE_OF(99)},
	{3256, "Give Peace a Chance", {true, 255}, 2, {true, 9}, NULL, 274644, {true, 4448025}, PRICE_OF(99)},
	{3258, "Whatever Gets You Thru the Night", {true, 255}, 2, {true, 9}, NULL, 215084, {true, 3499018}, PRICE_OF(99)},
	{3260, "Gimme Some Truth", {true, 255}, 2, {true, 9}, NULL, 232778, {true, 3780807}, PRICE_OF(99)},
	{3336, "War Pigs", {true, 260}, 4, {true, 23}, NULL, 234013, {true, 8052374}, PRICE_OF(99)},
	{3349, "Amanda", {true, 262}, 5, {true, 2}, "Luca Gusella", 246503, {true, 4011615}, PRICE_OF(99)},
	{3432, "Scheherazade, Op. 35: I. The Sea and Sindbad's Ship", {true, 299}, 2, {true, 24}, "Nikolai Rimsky-Korsakov", 545203, {true, 8916313}, PRICE_OF(99)},
	{3436, "Karelia Suite, Op.11: 2. Ballade (Tempo Di Menuetto)", {true, 303}, 2, {true, 24}, "Jean Sibelius", 406000, {true, 5908455}, PRICE_OF(99)},
	{3438, "Fantasia On Greensleeves", {true, 280}, 2, {true, 24}, "Ralph Vaughan Williams", 268066, {true, 4513190}, PRICE_OF(99)},
	{3440, "Concerto for Cello and Orchestra in E minor, Op. 85: I. Adagio - Moderato", {true, 306}, 2, {true, 24}, "Edward Elgar", 483133, {true, 7865479}, PRICE_OF(99)},
	{3442, "Wellington's Victory or the Battle Symphony, Op.91: 2. Symphony of Triumph", {true, 308}, 2, {true, 24}, "Ludwig van Beethoven", 412000, {true, 6965201}, PRICE_OF(99)},
	{3444, "Romeo et Juliette: No. 11 - Danse des Chevaliers", {true, 310}, 2, {true, 24}, NULL, 275015, {true, 4519239}, PRICE_OF(99)},
	{3446, "Symphonie Fantastique, Op. 14: V. Songe d'une nuit du sabbat", {true, 312}, 2, {true, 24}, "Hector Berlioz", 561967, {true, 9173344}, PRICE_OF(99)},
};

static Employee slice_employees[] = {
	{1, "Adams", "Andrew", "General Manager", {0}, {true, DAY(1962, 2, 18)}, {true, DAY(2002, 8, 14)}, "11120 Jasper Ave NW", "Edmonton", "AB", "Canada", "T5K 2N1", "+1 (780) 428-9482", "+1 (780) 428-3457", "andrew@chinookcorp.com"},
	{2, "Edwards", "Nancy", "Sales Manager", {true, 1}, {true, DAY(1958, 12, 8)}, {true, DAY(2002, 5, 1)}, "825 8 Ave SW", "Calgary", "AB", "Canada", "T2P 2T3", "+1 (403) 262-3443", "+1 (403) 262-3322", "nancy@chinookcorp.com"},
	{3, "Peacock", "Jane", "Sales Support Agent", {true, 2}, {true, DAY(1973, 8, 29)}, {true, DAY(2002, 4, 1)}, "1111 6 Ave SW", "Calgary", "AB", "Canada", "T2P 5M5", "+1 (403) 262-3443", "+1 (403) 262-6712", "jane@chinookcorp.com"},
	{4, "Park", "Margaret", "Sales Support Agent", {true, 2}, {true, DAY(1947, 9, 19)}, {true, DAY(2003, 5, 3)}, "683 10 Street SW", "Calgary", "AB", "Canada", "T2P 5G3", "+1 (403) 263-4423", "+1 (403) 263-4289", "margaret@chinookcorp.com"},
	{5, "Johnson", "Steve", "Sales Support Agent", {true, 2}, {true, DAY(1965, 3, 3)}, {true, DAY(2003, 10, 17)}, "7727B 41 Ave", "Calgary", "AB", "Canada", "T3B 1Y7", "1 (780) 836-9987", "1 (780) 836-9543", "steve@chinookcorp.com"},
	{6, "Mitchell", "Michael", "IT Manager", {true, 1}, {true, DAY(1973, 7, 1)}, {true, DAY(2003, 10, 17)}, "5827 Bowness Road NW", "Calgary", "AB", "Canada", "T3B 0C5", "+1 (403) 246-9887", "+1 (403) 246-9899", "michael@chinookcorp.com"},
	{7, "King", "Robert", "IT Staff", {true, 6}, {true, DAY(1970, 5, 29)}, {true, DAY(2004, 1, 2)}, "590 Columbia Boulevard West", "Lethbridge", "AB", "Canada", "T1K 5N8", "+1 (403) 456-9986", "+1 (403) 456-8485", "robert@chinookcorp.com"},
	{8, "Callahan", "Laura", "IT Staff", {true, 6}, {true, DAY(1968, 1, 9)}, {true, DAY(2004, 3, 4)}, "923 7 ST NW", "Lethbridge", "AB", "Canada", "T1H 1Y8", "+1 (403) 467-3351", "+1 (403) 467-8772", "laura@chinookcorp.com"},
};

static Customer slice_customers[] = {
	{1, "Luís", "Gonçalves", "Embraer - Empresa Brasileira de Aeronáutica S.A.", "Av. Brigadeiro Faria Lima, 2170", "São José dos Campos", "SP", "Brazil", "12227-000", "+55 (12) 3923-5555", "+55 (12) 3923-5566", "luisg@embraer.com.br", {true, 3}},
	{2, "Leonie", "Köhler", NULL, "Theodor-Heuss-Straße 34", "Stuttgart", NULL, "Germany", "70174", "+49 0711 2842222", NULL, "leonekohler@surfeu.de", {true, 5}},
	{3, "François", "Tremblay", NULL, "1498 rue Bélanger", "Montréal", "QC", "Canada", "H2G 1A7", "+1 (514) 721-4711", NULL, "ftremblay@gmail.com", {true, 3}},
	{4, "Bjørn", "Hansen", NULL, "Ullevålsveien 14", "Oslo", NULL, "Norway", "0171", "+47 22 44 22 22", NULL, "bjorn.hansen@yahoo.no", {true, 4}},
	{5, "František", "Wichterlová", "JetBrains s.r.o.", "Klanova 9/506", "Prague", NULL, "Czech Republic", "14700", "+420 2 4172 5555", "+420 2 4172 5555", "frantisekw@jetbrains.com", {true, 4}},
	{6, "Helena", "Holý", NULL, "Rilská 3174/6", "Prague", NULL, "Czech Republic", "14300", "+420 2 4177 0449", NULL, "hholy@gmail.com", {true, 5}},
	{57, "Luis", "Rojas", NULL, "Calle Lira, 198", "Santiago", NULL, "Chile", NULL, "+56 (0)2 635 4444", NULL, "luisrojas@yahoo.cl", {true, 5}},
	{59, "Puja", "Srivastava", NULL, "3,Raj Bhavan Road", "Bangalore", NULL, "India", "560001", "+91 080 22289999", NULL, "puja_srivastava@yahoo.in", {true, 3}},
};

static Invoice slice_invoices[] = {
	{1, 2, DAY(2021, 1, 1), "Theodor-Heuss-Straße 34", "Stuttgart", NULL, "Germany", "70174", PRICE_OF(198)},
	{2, 4, DAY(2021, 1, 2), "Ullevålsveien 14", "Oslo", NULL, "Norway", "0171", PRICE_OF(396)},
	{22, 57, DAY(2021, 4, 4), "Calle Lira, 198", "Santiago", NULL, "Chile", NULL, PRICE_OF(198)},
	{23, 59, DAY(2021, 4, 5), "3,Raj Bhavan Road", "Bangalore", NULL, "India", "560001", PRICE_OF(396)},
	{76, 4, DAY(2021, 11, 25), "Ullevålsveien 14", "Oslo", NULL, "Norway", "0171", PRICE_OF(99)},
	{77, 5, DAY(2021, 12, 8), "Klanova 9/506", "Prague", NULL, "Czech Republic", "14700", PRICE_OF(198)},
	{97, 59, DAY(2022, 2, 26), "3,Raj Bhavan Road", "Bangalore", NULL, "India", "560001", PRICE_OF(199)},
	{98, 1, DAY(2022, 3, 11), "Av. Brigadeiro Faria Lima, 2170", "São José dos Campos", "SP", "Brazil", "12227-000", PRICE_OF(398)},
	{99, 3, DAY(2022, 3, 11), "1498 rue Bélanger", "Montréal", "QC", "Canada", "H2G 1A7", PRICE_OF(398)},
	{100, 5, DAY(2022, 3, 12), "Klanova 9/506", "Prague", NULL, "Czech Republic", "14700", PRICE_OF(396)},
	{121, 1, DAY(2022, 6, 13), "Av. Brigadeiro Faria Lima, 2170", "São José dos Campos", "SP", "Brazil", "12227-000", PRICE_OF(396)},
	{122, 5, DAY(2022, 6, 14), "Klanova 9/506", "Prague", NULL, "Czech Republic", "14700", PRICE_OF(594)},
	{143, 1, DAY(2022, 9, 15), "Av. Brigadeiro Faria Lima, 2170", "São José dos Campos", "SP", "Brazil", "12227-000", PRICE_OF(594)},
	{174, 5, DAY(2023, 2, 2), "Klanova 9/506", "Prague", NULL, "Czech Republic", "14700", PRICE_OF(99)},
	{175, 6, DAY(2023, 2, 15), "Rilská 3174/6", "Prague", NULL, "Czech Republic", "14300", PRICE_OF(198)},
	{195, 1, DAY(2023, 5, 6), "Av. Brigadeiro Faria Lima, 2170", "São José dos Campos", "SP", "Brazil", "12227-000", PRICE_OF(99)},
	{196, 2, DAY(2023, 5, 19), "Theodor-Heuss-Straße 34", "Stuttgart", NULL, "Germany", "70174", PRICE_OF(198)},
	{198, 6, DAY(2023, 5, 20), "Rilská 3174/6", "Prague", NULL, "Czech Republic", "14300", PRICE_OF(396)},
	{217, 57, DAY(2023, 8, 20), "Calle Lira, 198", "Santiago", NULL, "Chile", NULL, PRICE_OF(198)},
	{218, 59, DAY(2023, 8, 20), "3,Raj Bhavan Road", "Bangalore", NULL, "India", "560001", PRICE_OF(198)},
	{240, 57, DAY(2023, 11, 22), "Calle Lira, 198", "Santiago", NULL, "Chile", NULL, PRICE_OF(396)},
	{294, 3, DAY(2024, 7, 26), "1498 rue Bélanger", "Montréal", "QC", "Canada", "H2G 1A7", PRICE_OF(198)},
	{295, 5, DAY(2024, 7, 26), "Klanova 9/506", "Prague", NULL, "Czech Republic", "14700", PRICE_OF(198)},
	{314, 57, DAY(2024, 10, 14), "Calle Lira, 198", "Santiago", NULL, "Chile", NULL, PRICE_OF(99)},
	{316, 1, DAY(2024, 10, 27), "Av. Brigadeiro Faria Lima, 2170", "São José dos Campos", "SP", "Brazil", "12227-000", PRICE_OF(198)},
	{317, 3, DAY(2024, 10, 28), "1498 rue Bélanger", "Montréal", "QC", "Canada", "H2G 1A7", PRICE_OF(396)},
	{391, 3, DAY(2025, 9, 20), "1498 rue Bélanger", "Montréal", "QC", "Canada", "H2G 1A7", PRICE_OF(99)},
};

static InvoiceLine slice_invoice_lines[] = {
	{1, 1, 2, PRICE_OF(99), 1}, {2, 1, 4, PRICE_OF(99), 1}, {3, 2, 6, PRICE_OF(99), 1}, {4, 2, 8, PRICE_OF(99), 1},
	{5, 2, 10, PRICE_OF(99), 1}, {6, 2, 12, PRICE_OF(99), 1}, {115, 22, 698, PRICE_OF(99), 1},
	{116, 22, 700, PRICE_OF(99), 1}, {117, 23, 702, PRICE_OF(99), 1}, {118, 23, 704, PRICE_OF(99), 1},
	{119, 23, 706, PRICE_OF(99), 1}, {120, 23, 708, PRICE_OF(99), 1}, {416, 76, 2550, PRICE_OF(99), 1},
	{417, 77, 2551, PRICE_OF(99), 1}, {418, 77, 2552, PRICE_OF(99), 1}, {530, 97, 3246, PRICE_OF(199), 1},
	{531, 98, 3247, PRICE_OF(199), 1}, {532, 98, 3248, PRICE_OF(199), 1}, {533, 99, 3250, PRICE_OF(199), 1},
	{534, 99, 3252, PRICE_OF(199), 1}, {535, 100, 3254, PRICE_OF(99), 1}, {536, 100, 3256, PRICE_OF(99), 1},
	{537, 100, 3258, PRICE_OF(99), 1}, {538, 100, 3260, PRICE_OF(99), 1}, {649, 121, 447, PRICE_OF(99), 1},
	{650, 121, 449, PRICE_OF(99), 1}, {651, 121, 451, PRICE_OF(99), 1}, {652, 121, 453, PRICE_OF(99), 1},
	{653, 122, 457, PRICE_OF(99), 1}, {654, 122, 461, PRICE_OF(99), 1}, {655, 122, 465, PRICE_OF(99), 1},
	{656, 122, 469, PRICE_OF(99), 1}, {657, 122, 473, PRICE_OF(99), 1}, {658, 122, 477, PRICE_OF(99), 1},
	{767, 143, 1153, PRICE_OF(99), 1}, {768, 143, 1157, PRICE_OF(99), 1}, {769, 143, 1161, PRICE_OF(99), 1},
	{770, 143, 1165, PRICE_OF(99), 1}, {771, 143, 1169, PRICE_OF(99), 1}, {772, 143, 1173, PRICE_OF(99), 1},
	{948, 174, 2295, PRICE_OF(99), 1}, {949, 175, 2296, PRICE_OF(99), 1}, {950, 175, 2297, PRICE_OF(99), 1},
	{1062, 195, 2991, PRICE_OF(99), 1}, {1063, 196, 2992, PRICE_OF(99), 1}, {1064, 196, 2993, PRICE_OF(99), 1},
	{1067, 198, 2999, PRICE_OF(99), 1}, {1068, 198, 3001, PRICE_OF(99), 1}, {1069, 198, 3003, PRICE_OF(99), 1},
	{1070, 198, 3005, PRICE_OF(99), 1}, {1177, 217, 185, PRICE_OF(99), 1}, {1178, 217, 186, PRICE_OF(99), 1},
	{1179, 218, 188, PRICE_OF(99), 1}, {1180, 218, 190, PRICE_OF(99), 1}, {1295, 240, 888, PRICE_OF(99), 1},
	{1296, 240, 890, PRICE_OF(99), 1}, {1297, 240, 892, PRICE_OF(99), 1}, {1298, 240, 894, PRICE_OF(99), 1},
	{1595, 294, 2737, PRICE_OF(99), 1}, {1596, 294, 2738, PRICE_OF(99), 1}, {1597, 295, 2740, PRICE_OF(99), 1},
	{1598, 295, 2742, PRICE_OF(99), 1}, {1708, 314, 3432, PRICE_OF(99), 1}, {1711, 316, 3436, PRICE_OF(99), 1},
	{1712, 316, 3438, PRICE_OF(99), 1}, {1713, 317, 3440, PRICE_OF(99), 1}, {1714, 317, 3442, PRICE_OF(99), 1},
	{1715, 317, 3444, PRICE_OF(99), 1}, {1716, 317, 3446, PRICE_OF(99), 1}, {2126, 391, 2481, PRICE_OF(99), 1},
};

static Playlist slice_playlists[] = {
	{1, "Music"}, {2, "Movies"}, {5, "90’s Music"}, {8, "Music"}, {12, "Classical"}, {17, "Heavy Metal Classic"},
	{18, "On-The-Go 1"},
};

static PlaylistTrack slice_playlist_tracks[] = {
	{1, 1}, {1, 2}, {1, 4}, {1, 6}, {1, 8}, {1, 9}, {1, 10}, {1, 12}, {1, 13}, {1, 185}, {1, 186}, {1, 188},
	{1, 190}, {1, 447}, {1, 449}, {1, 451}, {1, 453}, {1, 457}, {1, 461}, {1, 465}, {5, 4}, {5, 185}, {5, 186},
	{5, 188}, {5, 190}, {5, 447}, {5, 449}, {5, 451}, {5, 453}, {5, 457}, {5, 461}, {5, 465}, {5, 473}, {5, 477},
	{5, 892}, {5, 894}, {5, 1161}, {5, 1165}, {5, 1169}, {5, 1173}, {5, 2296}, {5, 2297}, {5, 2550}, {5, 2551},
	{5, 2552}, {5, 3005}, {5, 3432}, {5, 3436}, {5, 3438}, {5, 3442}, {5, 3444}, {5, 3446}, {12, 3432}, {12, 3436},
	{12, 3438}, {12, 3440}, {12, 3442}, {12, 3444}, {12, 3446}, {17, 1}, {17, 2}, {17, 4},
};

/* clang-format on */

#undef PRICE_OF
#undef MARCH_YEAR
#undef DAYS_BEFORE_YEAR
#undef DAYS
#undef DAY

#endif
