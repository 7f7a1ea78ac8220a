import type { Lexicon } from './lexicon.ts';
import { lowStars } from './low-stars/en.ts';

const nobody = '(nobody|no one|noone|no body|not one person)';
const never =
  '(never|didnt|dont|doesnt|not|wont|wouldnt|havent|hasnt|havent|cant|couldnt|failed to|forgot to|forget to)';

export const english: Lexicon = {
  lowStars,
  turns: ['(downside*|drawback*|gripe*|grumble*|niggle*|letdown)', 'but', 'however', 'although', 'though', 'yet', 'except', 'shame', 'pity', 'sadly', 'unfortunately', 'only'],
  elsewhere: [
    '(read|reading) ~3 (review*|stories|comments|complaints|posts)',
    '(i|we) (hear|heard|read) ~1 that',
    '(my|a|our) (neighbour*|neighbor*|friend*|sister|brother|colleague*|mum|mom|cousin|aunt|boss) ~2 (say*|said|told|claim*|wrote|reckon*|swear*)',
    '(havent|have not|hasnt) ~1 been (here|there|yet|myself)',
    '(havent|have not) been',
    '(place|shop|cafe|restaurant|salon|garage|clinic|bar|hotel|pub|one) ~1 (across|opposite|next door|down the road|around the corner|over the road)',
    '(unlike|compared (to|with)) ~2 (other*|another|last|previous|most|place*|shop*|one*)',
    'after ~4 (experience*|time*|visit*) ~1 (at|with|in) (another|other|a different)',
    '(i|we) ~1 (mixed up|mistook|confused|ordered the wrong|bought the wrong)',
    '(wrong (business|company|review)|not about you)',
    '(some|others|people|folk*|reviewers) ~3 (say|says|said|saying|complain*|mention*|moan*|reckon*|claim*) ~6 (slow|rude|wait*|late|bad|service|staff|answer*|wrong)',
    '(dreading|dreaded|expected|expecting|feared|braced) ~6 (queue*|wait|wait*|attitude|rude*|delay*)',
    'swears by',
  ],
  aside: [
    '(unlike|compared (to|with)) ~9 (where|who|which) ~8 (answer*|wait*|rude|back|hours|late)',
    '(at|with) (other|another|most) (place*|shop*|salon*|clinic*|garage*|compan*|dentist*) ~12 (answer*|wait*|rude|back|late|call*)',
    '(my|a) (friend*|neighbour*|neighbor*|sister|brother|colleague*|mum|mom) (say*|said|told|claim*|wrote) ~12 (answer*|wait*|rude|back|late|wrong|dirty)',
    '(i|we) (heard|read) that ~12 (answer*|wait*|rude|back|late|wrong|dirty)',
    'waiting (room*|area*|list*|hall*)',
    'wait (staff|list|person*)',
    'service (station|charge|fee)*',
    '(take|takes|took) ~1 (ages|hours|an hour|forever) to (get|drive|walk) (here|there)',
    '(dog|pram|pet|child|kid|family|grandma|budget|eco|vegan) friendly',
    'call cent*',
    'time zone*',
    'at each other',
    '(rude|loud|drunk|noisy) ~2 (family|families|customers|guests|kids|children|crowd|clientele|neighbours|diners|patrons)',
    'wait* to (come|go|be|visit|try|return)',
    '(cant|cannot|can not|couldnt) wait',
    '(my|own) (mistake|fault)',
    'deep clean',
    'at (any|all) (price|cost)*',
    'price of (success|fame|peace)',
  ],
  good: [
    '(good|great|excellent|lovely|amazing|wonderful|fantastic|brilliant|perfect*|superb|awesome|nice|best|love|loved|happy|pleased|delighted|impressed|top|outstanding|spotless|quick*|prompt*|fast|fair|reasonable|helpful)',
    'recommend*',
    '(apologised|apologized|apologies|swapped|replaced|put right|made it right|sorted|fixed|on the house|free of charge|for free|knocked off|discount|made up for|no problem)',
    'only ~1 thing good',
    'only (good|decent|positive|nice) thing',
    '(couldnt|could not) have (been|asked for) ~1 (better|nicer|kinder|friendlier|more helpful)',
  ],
  bad: [
    '(bad|badly|awful|terrible|horrible|poor|poorly|worst|worse|disgusting|disappoint*|dreadful|appalling|shocking|useless|ridiculous|unacceptable|joke|avoid|disgrace*|mediocre|pathetic|nightmare|unprofessional|annoy*|frustrat*)',
    'not (good|great|happy|impressed|acceptable|recommend*|nice|ok|okay|worth)',
    '(never|wont|not) ~2 (again|back|return)',
    '(would|do|can|could) (not|never) recommend',
    '(wouldnt|dont|cant) recommend',
  ],
  themes: {
    'no-answer': {
      complaint: [
        `${nobody} ~4 (answer*|pick* up|repl*|respon*|call* ~2 back|calls back|rang ~2 back|ring* ~2 back|got back|get* back|phone* ~2 back|contact* me|contacted us|wrote back|write* back)`,
        `${never} ~4 (call* ~2 back|rang ~2 back|ring ~2 back|phone ~2 back|phoned ~2 back|get back to|got back to|getting back to|return* ~2 call*|return* ~2 message*|return* ~2 email*)`,
        `${never} ~3 (answer* ~3 (phone*|call*|email*|message*|mail*|text*)|pick* up|repl*|respon* to)`,
        '(no|zero|without) ~1 (answer|reply|response|call back|callback|replies)',
        'still (waiting|no) ~4 (call|callback|reply|response|answer|email)',
        '(ignored|ignoring|ignore|ignores) ~4 (call*|email*|message*|mail*|enquir*|inquir*|text*|me|us)',
        '(call*|email*|message*|mail*|enquir*|inquir*|voicemail*|text*) ~4 (ignored|unanswered|not answered|never answered|go* unanswered|went unanswered)',
        '(phone|line) ~1 (rings|rang|keeps ringing|kept ringing|is dead|is always busy|always busy)',
        '(promised|said|told ~2|supposed) ~6 (call* ~2 back|ring ~2 back|get back) ~8 (never|nothing|no one|nobody|didnt|not|silence|weeks|days)',
        '(impossible|cant|cannot|couldnt|unable) ~3 (reach|get hold|get through|contact)',
        '(radio silence|rings out|nothing comes back|black hole|zero answer|left on read|straight to voicemail|goes to voicemail|went to voicemail|never heard back|never heard from|not heard back|havent heard back|hear nothing back|heard nothing)',
        '(chased|chasing|called|rang|phoned|emailed|wrote|messaged|texted) ~5 (times|twice|weeks|days|month*) ~6 (nothing|no|silence|nobody|noone|never)',
      ],
      praise: [
        '(answers|answered|repl*|responded|responds|called ~2 back|rang ~2 back|got back to|phoned ~2 back) ~5 (quick*|prompt*|immediate*|fast|straight away|right away|within|same day|at once|in minutes|instant*)',
        '(quick*|prompt*|fast|immediate*|speedy|instant*) ~3 (repl*|respon*|answer*|call back|callback)',
        '(always|kindly) ~1 (answer*|repl*|respond*|pick* up|call* back)',
      ],
      topic: ['(call* back|callback|voicemail*|respon* to (my|our))'],
    },
    waiting: {
      complaint: [
        '(wait*|sat|sitting|stood|standing|queue*) ~6 (hour*|minutes|mins|min|ages|forever|long time|half an hour|45|too long|so long|very long)',
        '(wait) ~2 (is|was|long|too long|forever)',
        '(had|kept|left|keep|keeps) (me|us|you|him|her|them|people|everyone|customers|patients) ~1 waiting',
        '(made|make*|had) ~2 (us|me|to) wait ~3 (hour*|minute*|min|mins|ages|long|forever|again)',
        '(hour*|minutes|mins|ages|forever|eternity) ~4 (wait*|queue*|late|to be served|before (anyone|anybody|somebody|someone))',
        `${nobody} ~1 (came|come|comes) ~1 (over|near us|to (take|serve|us|our|ask|clear))`,
        '(long|huge|massive|endless|terrible|ridiculous|awful|constant) (wait*|queue*|line*)',
        '(service|staff|kitchen|waiter*|they|it) ~2 (was|is|were|are|so|very|really|painfully|extremely|incredibly) ~2 slow',
        'slow* service',
        '(appointment|started|running|ran|starts|doctor|seen|dentist|class|lesson*|stylist) ~3 (late|behind|delayed)',
        '(took|takes|taking) ~2 (ages|forever|an hour|too long|so long|hours|an eternity|over an hour|half an hour|nearly an hour)',
      ],
      praise: [
        '(no|without|never|hardly any|zero|didnt have to|dont have to|never have to|not have to|never had to) ~3 (wait*|queue*|queuing)',
        'never ~2 (make|made|makes|keep|kept) ~2 (wait|waiting)',
        '(on time|right on time|seen straight away|seen immediately|served quickly|served at once|quick service|fast service|prompt service|service was (quick|fast|prompt)|in and out)',
        '(service|staff) ~2 (quick|fast|prompt|speedy)',
      ],
      topic: ['(queue*|wait time*|waiting time*|kept waiting|punctual*|slow)'],
    },
    rude: {
      complaint: [
        '(rude*|impolite|arrogan*|unfriendly|disrespect*|condescend*|dismissive*|patronis(ed|ing)|patroniz(ed|ing)|abrupt|snappy|hostile|ignorant|unhelpful|grumpy|aggressive|indifferent|insult|insults|insulted|insulting|sneer*|unwelcoming|surly|sarcas*|unprofessional|bad attitude|attitude problem|awful attitude|terrible attitude|poor attitude|no manners)',
        '(roll* ~2 eyes|couldnt care less|could not care less|(they|staff|she|he|nobody) ~1 (didnt|dont|doesnt) care|dont give a|talked down|talk* down to|shout* at|yell* at|snap* at|swore at|looked at (me|us) like|treated ~2 like|without ~2 (hello|smile|looking)|not even ~1 (hello|sorry|smile)|huff*|laughed (at|in) (me|us|my)|hung up on|snotty|unwelcome|spoke to (me|us) (like|as)|speaks to (you|me|us) (like|as)|shrugged|didnt look up|google it|bedside manner|looked down|never felt so)',
      ],
      praise: [
        '(couldnt|could not) have been ~1 (nicer|kinder|friendlier|sweeter|lovelier|more (helpful|polite|patient|welcoming))',
        '(kind|kinder|kindest|kindly|kindness|polite*|friendl*|courteous*|attentive*|caring|welcoming|considerate|patient|sweet|lovely (staff|team|people|lady|ladies|guys|girl*|man|receptionist|owner)|helpful|respectful*|went out of (her|his|their) way|above and beyond|nothing is too much trouble|made (me|us) feel|gentle|understanding|professional)',
        '(great|good|excellent|amazing|fantastic|brilliant|wonderful|nice|lovely|best|superb|fab|fabulous) ~2 (staff|team|people|receptionist*|waiter*|waitress*|owner*|guys|personnel|girls)',
        '(staff|team|receptionist*|waiter*|waitress*|owner*|guys|girls) ~3 (great|good|excellent|amazing|fantastic|brilliant|wonderful|nice|lovely|superb|fab)',
      ],
      topic: [],
    },
    service: {
      complaint: [
        '(service|customer service|hospitality|customer care) ~4 (poor*|bad|horrible|awful|terrible|lousy|shocking|disappoint*|appalling|dreadful|subpar|sub par|spotty|worst|worse|unacceptable|joke|disaster|non existent|nonexistent|lacking|zero|not (great|good|so great|very good|up to)|wasnt (great|good|so great|up to)|isnt (great|good|up to)|leaves|left a lot|could be better|could have been better|needs work|went downhill|gone downhill|inattentive)',
        '(poor|bad|horrible|awful|terrible|lousy|shocking|appalling|dreadful|subpar|spotty|worst|zero|no|disappointing|inattentive|unacceptable) ~1 (service|customer service|customer care)',
        '(disappointed|unhappy|annoyed) ~2 (with|by) ~3 service',
      ],
      praise: [
        'never ~2 (poor|bad|horrible|awful|terrible|lousy) ~1 service',
        '(great|good|excellent|amazing|fantastic|brilliant|wonderful|lovely|best|superb|fabulous|outstanding|perfect|first class|impeccable|top|exceptional|five star|5 star|attentive|stellar) ~2 (service|hospitality|customer care)',
        '(service|hospitality) ~4 (great|good|excellent|amazing|fantastic|brilliant|wonderful|lovely|superb|fabulous|outstanding|perfect|first class|impeccable|top|exceptional|second to none|attentive|stellar)',
      ],
      topic: [],
      blame: [
        '(service|staff|waiter*|waitress*|server|servers|receptionist*|hostess|host|cashier*|manager*|bartender*)',
      ],
    },
    promise: {
      complaint: [
        '(broken promise*|broke ~2 (promise*|word)|empty promise*|false promise*|didnt keep ~3 (promise*|word)|never kept|not (as|what) ~1 (agreed|promised|quoted|advertised)|different from what (was|we) (agreed|promised))',
        '(quoted|agreed|promised|told|advertised|estimate*) ~9 (then (charged|it|the|they|came)|ended up|charged|instead|became|went up|in the end|turned out)',
        '(charged|paid|bill*|price|invoice) ~5 (more than|double|twice|higher than|not) ~4 (quote*|agreed|told|promised|estimate*|advertised|menu|said)',
        '(hidden|extra|surprise|added|unexpected) (cost*|charge*|fee*)',
        '(cancelled|canceled|postponed|rescheduled|moved) ~3 (appointment|booking|visit|order|last minute|the day before|on the day|without|on us|on me|again|three times|twice)',
        '(didnt|never|not|no one|nobody|failed to) ~2 (turn* up|show* up|showed|arrive on the day|come on the day|came on the agreed)',
        '(no show|deadline* (missed|passed)|missed ~2 deadline|not ready ~3 (on|when|as|by)|wasnt ready|promised ~5 (by|for|on|in) ~6 (still|not|weeks|days|later|late))',
      ],
      praise: [
        '(kept|keep*|keeping|stuck to|sticks to|true to) ~3 (promise*|word|agreement|quote*|deadline*|price agreed)',
        '(as|what (was|they|he|she)) (promised|agreed|quoted)',
        '(no hidden|no extra|no surprise*|without hidden)',
        '(ready|done|finished) ~3 (on time|as promised|when they said|when promised|on the promised|on the agreed)',
        '(did|do|does|done) ~1 what (they|he|she) (said|say|promised|says)',
      ],
      topic: [],
    },
    mistake: {
      complaint: [
        '(wrong|incorrect|different) (order*|item*|size*|dish*|food|meal|bill|invoice|product*|part*|color|colour|model|medicine|name|date|address|tooth|flowers|drink*|pizza|coffee|package|parcel|amount|file|records|tyre*|tire*|prescription|thing|one|time|day|appointment|room)',
        '(mixed|messed|screwed|muddled) ~3 up',
        '(forgot|forgotten|forget|missing|left out|left off) ~4 (half|order|part of (our|my|the) (order|meal)|item*|drink*|fries|chips|sauce|starter|one of|dish|some of)',
        '(got|get|gave|given|sent|brought|delivered|received) ~4 (wrong|somebody elses|someone elses|another customers|different)',
        '(charged|billed) ~2 (twice|double|for something|for (a|an|two|three|items|things))',
        '(double booked|overcharged|lost ~2 (order|booking|file|records|appointment|paperwork|referral)|no record of|typo|misspel*)',
        'order ~3 (was|came|is|arrived) ~1 (wrong|incomplete|incorrect|mixed|missing)',
      ],
      praise: [
        '(order|bill|everything) ~2 (was|is|always|came) ~1 (correct|right|accurate|exact|exactly right)',
        '(never|no|without) ~2 mistake*',
        'never ~2 wrong (item*|order*|dish*|bill*|size*|thing*)',
        '(never|not once) ~2 (got|get|gets) ~3 wrong',
      ],
      topic: [],
    },
    refund: {
      complaint: [
        '(no|refuse* ~3|refusing ~3|denied ~2|without ~1|wont ~1|wouldnt ~1|didnt ~1|never ~2|not ~2|still ~5|waiting ~4|rejected ~3|declined ~2|turned down ~2|fight* ~4|fought ~4|beg* ~4|weeks ~5) (refund*|money back|reimburse*|compensat*|exchange|deposit back|guarantee|warranty)',
        '(refund*|money|deposit|warranty|guarantee|return|returns|exchange) ~6 (refused|denied|rejected|never|not|wont|wouldnt|declined|still (waiting|not|no)|nothing|ignored|impossible|void)',
        '(kept|keep|keeping|took|take|stole|stolen) ~2 (my|our) (money|deposit)',
        '(wont|wouldnt|refuse* to|refusing to|didnt|not) ~2 (take ~2 back|accept ~3 (return|back)|exchange|honour|honor|replace|refund*|reimburse*)',
      ],
      praise: [
        '(refund*|money back|reimburse*|exchanged|replaced|deposit back|replacement) ~8 (no questions|quick*|immediate*|straight away|without|same day|promptly|no fuss|no problem*|no hassle|at once|free of charge|within|in full|easy|easily|smooth*|right away|instantly)',
        '(quick*|full|immediate|easy|prompt|instant) (refund*|exchange|return|replacement)',
        '(gave|got|given|get) ~3 (money back|full refund|refund)',
        '(no problem|easy|easily|happily|immediately|gladly|honoured|honored) ~3 (return*|exchange*|refund*|replace*|warranty|guarantee)',
      ],
      topic: [],
    },
    quality: {
      complaint: [
        '(broke|broken|fell apart|fell off|falling apart|stopped working|doesnt work|didnt work|dont work|didnt last|doesnt hold|came off|peel* off|faulty|defective|shoddy|botched|sloppy|leak* again|still leak*|still broken|still (not|isnt) (working|fixed)|poor quality|bad quality|low quality|cheap quality|quality ~4 (bad|poor|down|drop*|gone|worse|terrible|awful|low)|damaged my|ruined my|ruined|wrecked|uneven|crooked)',
        '(food|meal|soup|coffee|pizza|burger|steak|fish|chicken|pasta|tea|dish*|cake|meat|fries|chips|salad|breakfast|bread) ~4 (cold|burnt|burned|raw|undercooked|overcooked|tasteless|bland|stale|greasy|soggy|inedible|lukewarm|dry|off|watery|awful|terrible|disgusting|horrible|bad|rotten|mediocre)',
        '(cold|burnt|raw|undercooked|overcooked|tasteless|bland|stale|greasy|soggy|inedible|lukewarm|watery|rotten) (food|meal|soup|coffee|pizza|burger|steak|fish|chicken|pasta|tea|dish*|cake|meat|fries|chips|salad|breakfast|bread)',
        '(haircut|cut|colour|color|nails|manicure|filling|crown|repair|job|work|workmanship|treatment|lesson*|course|flowers|roses|bouquet|massage|room|bed|product) ~4 (bad|awful|terrible|poor|shoddy|sloppy|horrible|wilted|dead|rough|fell|useless|disaster|uneven|painful|shocking|worst|dreadful|disappoint*)',
        '(wilted|dead) (flowers|roses|bouquet|plants)',
        '(waste of (money|time)|same (problem|fault|noise) ~3 (again|back|returned))',
        '(had to|have to) ~2 (redo|be redone|do it again|get it fixed|go elsewhere|fix it)',
      ],
      praise: [
        '(food|meal*|coffee|cake*|pizza|burger*|dish*|breakfast|bread|pasta|soup|tea|croissant*|pastr*) ~4 (delicious|tasty|excellent|great|amazing|good|lovely|fresh|superb|perfect|wonderful|fantastic|best|gorgeous|yummy|divine)',
        '(delicious|tasty|excellent|great|amazing|good|lovely|fresh|superb|perfect|wonderful|fantastic|best|gorgeous) ~1 (food|meal*|coffee|cake*|pizza|burger*|dish*|breakfast|bread|pasta|soup|haircut|cut|work|job|quality|treatment|lesson*|course|flowers|bouquet|massage|result*|teacher*)',
        '(high|good|great|top|excellent|best) quality',
        'quality ~3 (excellent|great|good|top|superb|high|amazing|outstanding)',
        '(haircut|cut|colour|color|nails|manicure|filling|crown|repair|job|work|workmanship|treatment|lesson*|course|flowers|bouquet|massage|car|bike|phone|result*) ~4 (great|excellent|perfect*|amazing|fantastic|superb|lovely|brilliant|beautiful*|gorgeous|wonderful|good|like new|runs|works)',
        '(fixed|repaired|works|working|runs) ~4 (perfect*|like new|great|well|first time|properly|again)',
        '(good|great|excellent|fantastic|brilliant|perfect|superb|amazing|quality|tidy|neat) (job|work|workmanship|repair)',
      ],
      topic: [],
    },
    price: {
      complaint: [
        '(overpriced|over priced|rip off|ripoff|ripped off|expensive|pricey|extortionate|daylight robbery|costs a fortune|cost a fortune|overcharge*|too dear|steep|not worth (the|that|it|what)|poor value|bad value)',
        '(price*|cost*|fees|bill) ~4 (too high|high|ridiculous|insane|crazy|outrageous|excessive|through the roof|gone up|went up|doubled|steep|unreasonable|absurd|shocking|unjustified)',
        '(too|so) much ~1 for (what|a|such|this|that)',
      ],
      praise: [
        '(fair|reasonable|good|great|affordable|low|decent|honest|excellent|competitive|sensible|fantastic|best) ~1 (price*|pric*|value|cost*|rate*|deal*)',
        '(price*|prices|cost*|pricing|rates) ~3 (fair|reasonable|good|great|affordable|low|decent|honest|excellent|ok|fine|competitive|sensible)',
        '(worth every penny|worth the (money|price)|good value|great value|value for money|inexpensive|not expensive|cheap*|affordable|bargain|reasonably priced|didnt cost|wont break the bank)',
      ],
      topic: [],
    },
    range: {
      complaint: [
        '(out of stock|sold out|never in stock|not in stock|nothing in stock|no stock|not available|unavailable|ran out|run out|limited (choice|selection|menu|range|stock|options)|little choice|poor (selection|choice|range)|small selection|no choice|not much (choice|selection)|half ~1 the menu|empty shelves|shelves ~3 (empty|bare)|few options|nothing to choose|didnt have (anything|my|any|what|half)|dont have (anything|my|any|what|half)|no (vegan|vegetarian|gluten) ~1 option*)',
        '(choice|selection|range|menu|assortment) ~3 (poor|limited|small|tiny|bad|sad|boring|shrunk|narrow)',
      ],
      praise: [
        '(huge|great|large|wide|big|good|excellent|vast|amazing|fantastic|wonderful|nice|best|lots of|plenty of|massive|impressive|broad|rich|superb) ~1 (choice|selection|range|menu|variety|assortment|options|stock)',
        '(choice|selection|range|menu|variety|assortment|stock) ~3 (huge|great|large|wide|big|good|excellent|vast|amazing|impressive|varied|fantastic)',
        '(everything|anything) ~4 (in stock|you need|i need*|we need*|you could want)',
        '(always in stock|had everything|have everything|so much to choose|lots to choose|plenty to choose)',
      ],
      topic: [],
    },
    delivery: {
      complaint: [
        '(deliver*|parcel|package|courier|shipping|shipment|order|driver) ~6 (late|never (came|arrived|turned|showed)|delayed|delay|damaged|broken|crushed|dented|smashed|torn|lost|weeks|days late|not arrived|didnt arrive|hasnt arrived|still (waiting|hasnt|not)|ripped|soaked|wet|opened|cracked|disappeared|left ~1 (outside|in the rain|on the street|by the bin*))',
        '(late|slow|delayed|terrible|awful|bad|poor) (deliver*|shipping|courier)',
        '(arrived|came|delivered|turned up) ~3 (late|damaged|broken|crushed|smashed|dented|cracked|torn|in pieces|weeks|hours late|two days|three days|a week late)',
        '(badly|poorly) (packed|packaged|wrapped)',
      ],
      praise: [
        '(fast|quick|prompt|speedy|super fast|free|next day|same day|excellent|great|reliable|swift|rapid) (deliver*|shipping|courier|dispatch)',
        '(deliver*|shipping|courier|parcel|order|package|driver) ~4 (fast|quick*|on time|next day|early|prompt*|ahead|same day|perfect|punctual|intact|whole|safe*|well packed|well packaged)',
        '(arrived|came|delivered) ~3 (early|on time|next day|the next|the same day|quick*|promptly|in perfect|intact|safely|undamaged|well packed|within)',
        '(well|carefully|beautifully|nicely|securely) (packed|packaged|wrapped)',
      ],
      topic: [],
    },
    clean: {
      complaint: [
        '(dirty|filthy|smell*|stink*|stank|smelt|stained|stains|grubby|unhygienic|hygiene|unclean|not clean*|wasnt clean*|werent clean*|isnt clean*|sticky|dusty|mould*|mold*|cockroach*|mouse|mice|rat|rats|bugs|bedbugs|hair in (my|the|our)|hairs in|cigarette butts|overflowing bin*|rubbish everywhere|disgusting (toilet*|bathroom*|room*|floor*|changing)|never (cleaned|wiped|swept|mopped)|nobody (cleans|cleaned|wipes)|unwashed|greasy table*)',
      ],
      praise: [
        '(clean|spotless*|immaculate*|hygienic*|cleanliness|sparkling|tidy|fresh linen|smells (nice|lovely|fresh|great))',
      ],
      topic: [],
    },
    website: {
      complaint: [
        '(website|site|app|online (booking|form|shop|store|order*|system)|booking (form|system|page|site|app)|checkout|web page|webpage|web form|contact form|login|log in) ~7 (doesnt|dont|didnt|not work*|broken|crash*|error*|fail*|down|freez*|froze*|bug*|useless|slow|terrible|awful|impossible|cant|cannot|couldnt|wont|wouldnt|stuck|never load*|confusing|nightmare|outdated|out of date|hopeless|clunky|horrible|hangs|hung|kept)',
        '(cant|cannot|couldnt|impossible to|unable to|tried to|failed to) ~2 (book|order|pay|register|log in|checkout|check out) ~2 (online|on the (site|website|app)|through the (app|site|website)|via the (app|site|website)) ~6 (error*|fail*|crash*|nothing|impossible|wouldnt|didnt)',
        '(error*|crash*|bug*|fail*) ~4 (website|site|app|online|booking system|checkout)',
      ],
      praise: [
        '(easy|easily|simple|convenient|quick*|handy|smooth*|effortless) ~3 (book*|order*|pay*|use|register|navigate|appointment*|sign up) ~4 (online|website|site|app|via the|through the)',
        '(website|site|app|online (booking|order*|form|system|shop)|booking (form|system|online|site|app)|booking) ~5 (easy|simple|convenient|great|works (well|great|perfect*)|smooth*|quick|clear|good|excellent|handy|intuitive|brilliant|user friendly|takes (a|two|one))',
        '(book*|order*|pay*|booked|ordered) online ~4 (easy|easily|simple|quick*|in (two|a few|five) minutes|minutes|convenient|smooth*|hassle|seconds)',
        '(great|good|clear|handy|convenient|excellent|user friendly|nice|easy) (website|app|online booking|site)',
      ],
      topic: [],
    },
  },
};
