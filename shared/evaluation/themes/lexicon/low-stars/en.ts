import type { LowStars } from '../lexicon.ts';

const count =
  '([0-9]*|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|ninety|several|few|couple|dozen|half|many|countless|good)';
const briefly = '(hour*|hr|hrs|minute*|mins|min)';
const long = '(day|days|week|weeks|month|months|year|years)';
const date =
  '(monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|christmas|easter|spring|summer|autumn|winter|yesterday|tomorrow|[0-9]*(st|nd|rd|th))';
const nobody =
  '(nobody|no one|noone|no body|not one person|not one member|not a soul|no human*|no staff|no member|none of them)';
const wrote =
  '(rang|rung|ring|called|phoned|phoning|emailed|mailed|messaged|texted|wrote|written|chased|chasing|contacted|reminded|asked|asking|requested)';
const asLow =
  '(nuisance|inconvenience|burden|idiot*|criminal*|stupid|second class|child|toddler|children|dirt|thief|thieves|shoplifter*|invisible|exist*|bother*|enemy|intruder*|beggar*|favour|favor|nobody|nothing|number)';
const mishap = '(no|not|never|nothing|none|nobody|noone|silence|still|without|havent|hasnt|didnt|ignored|zero)';

/** Words that prove little beside four stars or five: there the same is told of what went well after all. */
export const lowStars: LowStars = {
  upToThree: {
    'no-answer': [
      '(unresponsive|unreachable|uncontactable|switched off|mailbox ~2 full|voicemail ~2 full|left hanging|kept in the dark|in the dark about|out of the loop|hard to (reach|contact|get hold)|difficult to (reach|contact|get hold)|never in the office|nobody (rang|called|wrote|phoned)|phone ~2 off|transferred (me|us)|transferred ~3 times|from department to)',
      `${wrote} ~6 (times|twice|thrice|again|daily|every|messages|emails|voicemail*|${date}) ~10 (nothing|silence|nobody|noone|none|nowt|never|still|ignored|zero|nada|zilch)`,
      '(not|never|havent|hasnt|didnt|nothing) ~2 (heard|hear) ~2 (back|anything|from|since|a thing|thing|a word|peep|word)',
      '(not a|not one|never a|no|without a|zero) (single word|word|peep|sound|dicky bird|sausage|acknowledg*|update*|communication|news|feedback|follow up)',
      '(tumbleweed|crickets|deafening silence|stony silence|complete silence|total silence|dead silence|utter silence|ghost* (me|us)|ghosted|ghosting|(went|gone|going) (quiet|silent|dark|to ground|awol|missing)|fobbed|fob* ~2 off|brick wall|the void|black hole|avoid* (my|our) calls|dodg* (my|our) calls|screen* (my|our) calls)',
      '(on hold|hold music|cut (me|us|you) off|got cut off|cuts (me|us|you) off|hangs up|got disconnected|passed (from|around|between|on to|back)|pillar to post|always in a meeting|in a meeting|plays music|answering machine|answerphone|answer machine|recorded message|voicemail*|automated|engaged tone|always engaged|constantly engaged|permanently engaged|rings out|rang out|number ~3 dead|dead line|off the hook)',
      '(read|seen|blue|two) ~2 ticks',
      '(read|reads|seen|opened) ~6 (never|not|no|without|didnt|doesnt|dont|ignored) ~2 (repl*|respon*|answer*|wrote|write*)',
      `(message*|email*|call|calls|voicemail*|letter*|text|texts|quer*|complaint|complaints|request*|form) ~7 ${mishap} ~4 (return*|repl*|answer*|acknowledg*|respon*|heard|hear|read|opened|back)`,
      '(impossible|hopeless|good luck|cannot|cant|couldnt|unable|no way|trying|struggl*|fail* to|never able|not able|no chance) ~3 (get* ~2 (hold of|through|answer|reply|response|anyone|anybody|someone)|reach*|contact*|(speak*|talk*) (to|with) (anyone|anybody|a human|a person|a real|someone|somebody|the (manager|doctor|owner))|hold of)',
      '(dont|do not|no use|no point|pointless|forget|wouldnt) ~2 (phoning|ringing|calling|emailing|writing|contacting|messaging)',
      '(second|third|fourth|fifth|sixth|umpteenth|nth|tenth|hundredth) time ~2 (asking|calling|ringing|writing|chasing|asked|called|rang)',
      `(said|told|promised|supposed|meant|assured|going|would|will) ~8 (ring|call|phone|email|text|message|contact|get back|in touch|let (me|us) know|update) ~12 (${date}|ago|never|still|weeks|days|months|nothing|since|waiting|yet|nobody|nope|didnt|hasnt|havent)`,
      '(since|after|once|until|as soon as) ~4 (paying|paid|deposit|payment|money) ~10 (nothing|not|never|nobody|havent|cant|silence|gone|disappear*|vanish*|stopped|impossible)',
      `${nobody} ~5 (tell*|told|knows|knew|explain*|update*|inform*)`,
      'still (waiting|no (news|word|sign|reply|answer|response|date|refund|update*)|nothing|havent (had|got|received|heard|seen)|not (had|got|received|heard)|dont (have|know)|chasing)',
    ],
    waiting: [
      `${nobody} ~5 (came|come|comes|noticed|notices|seated|serve*|served|took|turned)`,
      '(food|drinks|drink|starters|starter|order|coffee|coffees|bill|meal|dessert|desserts|mains|main) ~3 never (came|arrived|turned up|appeared|showed)',
      '(ran over|overran|running (behind|late)|cold by the time|by the time (it|they|he|she|we|our|the|somebody|someone|anyone) ~4 (came|arrived|got|served|noticed|remembered))',
      `(wait*|sat|sitting|sit|stood|standing|queue*|queuing|queueing|kept|left|hold|hanging|hung) ~9 ${count} ~3 ${briefly}`,
      `${count} ~2 ${briefly} ~6 (wait*|queue*|queuing|sat|stood|late|behind|past|before (we|i|anyone|anybody|someone|being|they|she|he|our|my)|to be (served|seen|seated)|just to|to get (served|seen|seated|a|our|my|the bill|anyone)|until (we|i|anyone|someone)|till (we|i|anyone|someone))`,
      '(after|later than|behind) (us|me) ~8 (served|seated|first|before|food|got|taken|seen|called)',
      '(served|seated|taken|seen|called|got their) ~4 before (us|me)',
      '(no|not|never|without) ~2 sign of ~2 (anyone|anybody|staff|waiter*|waitress*|them|him|her|life|food|the food|drinks|him)',
      '(one|1|single|two) (person|till|cashier|girl|lady|lad|man|woman|member|waiter|waitress|server|barman|receptionist|checkout|window|counter|desk|clerk|poor girl) ~4 (on|open|working|serving|for|behind|doing|dealing|checking|running|covering|to serve)',
      '(flag*|wave*|catch|caught|find|track*|hunt*) ~3 (down ~1 (someone|anyone|somebody|waiter|waitress|server|staff)|attention|(waiter|waitress|server|waiters|servers) ~1 eye|anyone to|someone to|anybody to)',
      '(for ages|took ages|takes ages|taking ages|took forever|takes forever|for an age|an eternity|best part of an hour|half the (morning|afternoon|night|evening)|(all|whole) (morning|afternoon|evening) (wait*|for)|till gone|until gone|snail*|glacial*|so slow|too slow|very slow|really slow|painfully slow|incredibly slow|always slow|took so long|took too long|takes too long|how long it took|never ending wait|wait was|wait is|the wait (for|gets)|long wait*|longest wait*|waited and waited|kept waiting|gave up waiting|tired of waiting|sick of waiting|still waiting)',
      '(walked out|gave up and (left|went|walked)|got up and (left|went)|left before (we|i|being|ordering)|left without (eating|being|ordering|food)|so (we|i) left|(we|i) (just|both|all|eventually|simply) left|ended up leaving|in the end (we|i) left)',
      `(appointment|slot|booking|reservation|booked|reserved|scheduled) ~6 ${count} ~10 (seen|called|seated|taken|let in|started|went in|got in|sat down)`,
      `(had|have) (it|my|our|her|him|the) ~3 ${count} ~1 (days|weeks|months)`,
      `(took|takes|taking|taken) ~5 ${count} ~2 ${briefly}`,
      '(half|quarter|hour|hours|minutes|mins) late',
      '(forgot|forgotten|remembered|forgets) (us|about us|about me|about our|we were)',
      'bring ~2 (book|sandwich*|sleeping bag|flask|chair|packed lunch|tent|picnic)',
    ],
    rude: [
      `${nobody} ~5 (listen*|help*|interested|cares|cared|offered|bother*|apologi*|spoke|asked|greet*|acknowledg*|said)`,
      '(eye roll*|snatched|raised (his|her|their) voice*|talked over|spoke over|wouldnt let (me|us) (finish|speak)|called (me|us|him|her|my *) (a|an|stupid|liar|names)|(not|isnt|wasnt) (my|our) (job|problem|department|responsibility)|computer says no|take it or leave it|tough luck|deal with it|if you dont like|go elsewhere|go somewhere else|nothing (we|they|he|she|i) (can|could) do|made a scene|in front of (everyone|everybody|other|the whole|my|a queue|customers)|hover*|finger at|wagged|no interest|bad mood|having a bad day|hated (his|her|their) job|rather be elsewhere|rather be anywhere|doing (me|us|you) a favour|favour by)',
      '(argued|argues|arguing|argumentative|smirk*|scoff*|sneer*|snigger*|tutted|tutting|tuts|sighed|sighing|sighs|huffed|huffing|huffy|grunt*|glared|glaring|glares|scowl*|shrugged|shrugs|shrugging|shouted|shouts at|yelled|yells|screamed at|swore at|swears at|sworn at|lectured|lecturing|scolded|scolds|told (me|us|him|her) off|telling off|mocked|mocking|mocks|ridiculed|humiliat*|belittl*|threatened|threatening|bullied|bully|bullies|intimidated|shoved|shoving|manhandled|accused|accusing|interrogat*|blanked|two fingers|middle finger|hung up|turned (his|her|their) back|interrupted (me|us)|looked (me|us) up and down|rude*|(me|us|her|him|my *) cry|in tears|left crying)',
      '(laughed|laughing|laughs) (at|in|when|about it|it off)',
      '(blame*|blaming) (me|us|you|the customer|customers|my *|everyone)',
      '(roll*|rolling) ~2 eyes',
      '(no|zero|without|not any|lack of) ~1 (manners|apology|apologies|sorry|smile|hello|eye contact|empathy|compassion|courtesy|greeting|respect|explanation|acknowledg*|hospitality|warmth)',
      '(not|never|without|nor|didnt|not even|havent) ~4 (smile*|hello|apolog*|sorry|thank you|thanks|good morning|goodbye|greet*|eye contact|acknowledge*)',
      '(as welcome as|not welcome|unwelcome|made (me|us|you|him|her|my *|our *) (feel|wait)|make* you feel)',
      '(made|feel|felt|feeling|left) ~3 (small|stupid|unwelcome|humiliated|belittled|patronised|dismissed|unheard)',
      `(like|as if|as though|as some|as an|though) ~4 ${asLow}`,
      '(could not|couldnt|cant|can not|couldnt of|could) ~2 (care less|cared less|be bothered|be arsed|less interested)',
      '(they|staff|she|he|management|manager|owner*|doctor|nobody|no one|people|who) ~3 (dont|doesnt|didnt|not|never|nobody|no one|wasnt|werent|zero|no) ~2 (give a|care|cares|cared|listen*|interest*|bothered|want to know|want to help|offer* to help|willing to)',
      '(clueless|incompeten*|(staff|they|she|he|just|too|so|and) ~1 lazy|moody|frosty|cold shoulder|stroppy|lippy|cocky|smug|snooty|snobb*|stuck up|sniffy|curt|brusque|offhand|off hand|gruff|short with|jobsworth*|power trip|bossy|creepy|inappropriate|sexist|racist|sleazy|unkind|heartless|callous|disinterested|uninterested|insensitive|tactless|unapologetic|attitude|miserable (staff|woman|man|lady|girl|face*)|unhelpful|sulk*|pushy|hard sell|discriminat*)',
      '(dont|never|do not|cant) expect ~6 (smile|help|answer|reply|welcome|service|apolog*|thank*|refund*|sympathy|manners|courtesy)',
      '(ignored|ignoring|ignores|overlooked (us|me))',
      '(didnt|never|wouldnt|doesnt|not once|without|not even|barely|hardly|couldnt) ~2 (look* (up|at)|lift* ~1 (head|eyes)|raise* ~1 (head|eyes))',
      '(too busy|busy|more interested|engrossed|glued) ~3 (on|with|in|to|chatting|talking|gossiping|scrolling|texting) ~3 (phone*|mobile*|each other|mate*|colleague*|friend*|boyfriend|screen)',
      '(chatting|gossiping|chatted|gossiped|scrolling|texting)',
      '(spoke|speak*|spoken|talk*|treat*|treated) ~3 (down|like|as if|as though|badly|appalling*|terribl*|disgraceful*|to me like|rudely)',
      '(told|telling) (me|us|him|her|my *) (to (eat|bin|go|leave|wait|come back|shut|calm|get|take|sit|google|deal|find|ring|call)|off|tough|it was my|it was our)',
      '(kicked|threw|thrown|chucked|turfed|rushed|hurried|shooed|herded) ~1 (me|us|out)',
      '(threw|throw|throws|slammed|slams|tossed|chucked|plonked|slapped|flung|dumped|banged) ~4 (at (me|us)|on the (table|counter|desk|bar|floor)|in front|down|over the|in my|phone|door|window|plate*|change|menu*|card)',
    ],
    service: [
      '(service|staff) ~6 (lack*|let* (it|the|them|you|us) down|shame|varie*|varys|hit and miss|hit or miss|inconsistent|chaotic|chaos|shambles|shambolic|disorgani*|disinterested|miserable|untrained|inexperienced|understaffed|short staffed|nowhere|deserve*)',
      '(understaffed|short staffed|shambles|shambolic|disorgani*|chaotic|complain* to (head|the|a) ~1 (manager|office|management|owner)|badly (run|managed|organi*)|poorly (run|managed|organi*)|couldnt organise)',
      '(deserves|deserve|gets|earns) (none|zero|no stars)',
    ],
    promise: [
      '(kept|keeps|keep) (changing|moving|postponing|cancelling|rescheduling|pushing|putting (me|us|it) off)',
      '(goalposts|strung (me|us) along|stringing (me|us)|any day now|went back on|backed out|pulled out at|pulled out on|changed (his|her|their) (mind|tune|story)|then wanted (more|another|extra)|suddenly (wanted|needed|cost|became|wasnt)|upsell*|upsold|sold (me|us) ~6 (didnt|not|never)|talked (me|us|my *) into|nowhere to be (seen|found)|never to be seen)',
      '(no show*|noshow|stood (me|us) up|let (me|us|him|her|my *|everyone) down|(nobody|no one|never|didnt) (came|showed|turned|show|turn) ~1 up|waited in|waiting in|never (appeared|materialised|materialized|came back|returned|finished|happened|showed|turned))',
      '(cancelled|canceled|moved|changed|postponed|rescheduled|put back|pushed back|rearranged|bumped|brought forward) ~6 (last minute|hour*|the day|the morning|the night|notice|telling|warning|twice|times|without|on (me|us))',
      '(given|gave|give) ~4 (away|to (someone|somebody|another|other))',
      '(no (record|trace|sign) of|overbooked|double booked|had no ~2 (booking|reservation|appointment|record)|couldnt find ~3 (booking|reservation|appointment|order|records|file)|lost ~3 (booking|reservation|order|appointment|records|file|paperwork))',
      '((come|came|coming|be|been) back (to|and) (finish|fix|sort|do|collect)|half finished|unfinished|half done|not ready|wasnt ready|werent ready|isnt ready|nowhere near|still not (ready|done|finished|started|been|fixed|sorted)|excuse after|excuses|always an excuse|string of|all talk|empty words|fell through)',
      '(lied|lies to|lying|liar*|misled|misleading|mislead|mis sold|missold|mis selling|conned|con artist*|con men|conmen|scam*|cowboy*|crook*|fraud*|dishonest*|deceived|deceit*|cheated|false advert*|bait and switch|small print)',
      '(failed|neglected|forgot|didnt|never|none of which) ~3 (to mention|mention*|bother to (tell|mention|say)|think to|thought to|warn*|inform*|told (me|us)|tell (me|us))',
      '(without|no|not a word of|zero) ~1 (telling|asking|warning|informing|permission|notice|prior)',
      `(said|told|promis*|assured|swore|sworn|guarantee*|supposed|quoted|estimat*|claimed|insisted) ~10 (${date}|${long}|${briefly}) ~10 (still|later|took|then|month|week*|instead|never|nothing|ago|yet|over|now|nearly|almost|turned out|came|arrived)`,
      '(quote*|quotation|estimate*|agreed|advertised|phone|online|website|menu|booking|said|told|from) ~8 [0-9]* ~10 (invoice*|bill*|charged|charge|paid|pay|till|desk|counter|end|final|became|grew|turned|on the day|in person|arrival) ~6 [0-9]*',
      '(wasnt|isnt|not) what (i|we) (ordered|asked|booked|paid|agreed|wanted|was|were|signed)',
      '(paid|pay) (extra|more) ~12 (came|arrived|got|never|didnt|late|later|still|nothing)',
      '(said|told|promised|assured|agreed) ~4 (would|wed|will|theyd|hed|shed|could) ~14 (wouldnt|wont|didnt|never|wasnt|werent|hasnt|havent|not|refused|instead|nothing)',
    ],
    mistake: [
      '(never ordered|didnt order|hadnt ordered|(wasnt|werent) (mine|ours)|meant for (someone|somebody|another)|addressed to (someone|somebody|another)|spelt wrong|spelled wrong|misspelt|mislaid|misplaced|lost (my|our|her|his) (coat|luggage|bag*|key*|dress|suit|shirt*|result*|sample*|form*|file*|order|letter|laundry|parcel|prescription)|deleted (my|our)|sent (it|them|mine|my *) to the wrong|entered ~3 wrong|mix up*)',
      '(somebody|someone|anyone) elses',
      'another (customers|patients|persons|guests|tables|families|couples|clients)',
      'wrong (sauce|glasses|lens*|sofa|suit|key*|house|person|account|card|price|treatment|dose|strength|dog|paint|filter|oil|table|seat*|car|pair|leg|side|week|month|shade|length|meds|medication|tablets|toppings|filling|starter|main*|order*|spec*|fabric|flavour|cake|floor|number|department|branch|title|spelling)',
      '(charged|billed|debited|took payment|taken payment) ~6 (twice|double|two times|three times|again|wrong|for (something|things|items|a *) ~3 (didnt|never|not))',
      '(didnt|never|hadnt|not) (order*|have|had|eat|drink|ask for|agree|asked for|receive*) ~3 (bill|charged|charge)',
      '(half|some|part|bits|items|one|two) ~5 (was|were|is|are) missing',
      '(cant|couldnt|never|not|even|didnt|cannot|fail* to) ~2 get ~5 right',
      '(got|gets|get|getting|managed) ~4 wrong',
      '(mix|mixed|mess|messed|muddle*|cock|cocked|screwed|balls|ballsed) ~2 up',
      '(told|asked|warned|mentioned|informed) ~8 (allerg*|gluten|intoleran*|dairy|coeliac|celiac|vegan|vegetarian)',
    ],
    refund: [
      '(non refundable|nonrefundable|out of pocket|took (the|my|our) money and|pay (again|twice)|paid (again|twice)|washed (his|her|their) hands|passing the buck|pass the buck|contact the manufacturer|blamed the (manufacturer|courier|supplier|weather)|not covered|doesnt cover|didnt cover|void* (the|my) warranty)',
      '(refus*|wont|wouldnt|will not|would not|declin*|denied|deny|cant|couldnt|not|never|no|without|argu*|fight*|fought|beg*|battl*|week*|month*|still|wait*|chas*) ~6 (refund*|money back|reimburs*|compensat*|deposit|guarantee|warranty|exchange|give ~3 back)',
      '(refund*|money|deposit|warranty|guarantee|exchange|compensat*|credit note*|voucher*) ~8 (refus*|wont|wouldnt|not|never|no|isnt|doesnt|cant|couldnt|denied|declin*|argu*|weeks|months|still|nothing|nobody|reason|excuse*|store credit|void*|worthless|joke|invalid|expired)',
      '(only|just) ~2 (credit note*|store credit|voucher*|exchange*)',
      '(kept|keep|keeping|hang* on to|hanging on|sitting on|pocketed|owe|owes|stole|pinched) ~4 (money|deposit|quid|pounds|cash|euro*|dollars)',
      '(sent|send|took|take|brought) (it|them|mine|this|the *) back ~8 (bill|charged|charge|same|refus*|pay|wouldnt)',
      '(wear and tear|user (damage|error)|should (have|of|ve) (checked|read|asked|said|told|known|booked|looked|mentioned|kept))',
      'still ~5 (on (the|my|our) bill|charged (me|us|for)|made (me|us) pay|wanted paying)',
    ],
  },
  upToTwo: {
    'no-answer': [
      `${wrote} ~6 (times|twice|again|every|${date}|weeks|days|week|month*)`,
      '(left|sent|filled|submitted|raised) ~5 (message*|email*|voicemail*|form|complaint|ticket|photos|enquir*|request|text*)',
      '(customer service*|customer care|customer support|helpline|help line|helpdesk|(their|tech|technical) support|support (team|line|desk|chat)|complaints (team|department|procedure)|head office|live chat)',
      '(week|weeks|month|months|days) (on|now|and counting|and still|with no)',
      `(that was|its now|its been|it is now) ~3 (week*|month*|days|year*|${date})`,
    ],
    waiting: [
      `${count} ~2 ${briefly} ~2 (for|to)`,
      '(an|one|two|three|four) (hour|hours) (and|later|late|past|after|over|behind|plus)',
      '(enjoy|like|fancy|love) ~1 (being|getting|waiting|sitting|standing|queu*)',
      '(queue*|queuing|queueing|waited|slow|slowly|delay|delays|(was|were|came|arrived|started|running|up|hour|hours|minutes|days|always|too) ~1 late)',
    ],
    rude: [
      '(woman|man|lady|girl|guy|lad|bloke|one|person|boy|fella|chap|gentleman) (on|at|behind|in|serving|working) ~1 (the|reception|check|customer) ~1 (door|desk|till|phone|counter|bar|front|reception|checkout|gate|other|window)',
      '(friendlier|warmer (welcome|reception|greeting)|charm|charming|tone|manner|rushed|mean|nasty (to|woman|man|piece)|followed (me|us|my|our) ~4 (round|around|about))',
      '(looked|looks|look|stared|staring|watched|pointed|smiled|waved) (at|down|through|right) ~1 (me|us|my|our|you)',
      '(she|he) (just|then|actually|literally|even|said|says|told|asked|wouldnt|didnt|refused|walked|went|kept|had|never|couldnt|snapped|replied)',
    ],
    service: [
      '(they|she|he|staff|who|which|owner|manager|lady|woman|man|lad|girl|guy|boss|receptionist|waiter|waitress|reception|desk|assistant) ~2 (said|told|replied|answered|insisted|claimed|informed|demanded|refused|denied|wouldnt|wont|argued|asked (me|us)|says|explained)',
      '(staff|waiter*|waitress*|server|servers|receptionist*|hostess|host|cashier*|manager*|bartender*) ~7 (not|never|no|none|didnt|wouldnt|couldnt|wasnt|werent|dont|doesnt|cant|isnt|arent|seemed|act|acted|acting|forgot|charged|disappear*|rush*|ignor*|walked|proceeded|barely|kept|tried to|too|busy|untrained|slow|confused|less than|more interested|argu*|nowhere|needs|need)',
      '(service) ~5 (not|never|no|none|wasnt|isnt|slow*|lack*|indifferent|less than|improve*|worst|suck*|needs|need)',
      '(was|were|being|been) (told|informed|asked|promised|assured|refused|denied|turned|left|charged|ignored|rushed|moved)',
      '(told|charged) (me|us)',
      '(i|we) (complained|rang|phoned|pointed out|queried|questioned|begged|reminded|chased|emailed)',
      '(boss|landlord|landlady|assistant*|barman|barmaid|bouncer*|security|guard*|porter|concierge|clerk*|agent*|operator*|advis*r*|salesman|salesperson|sales (team|rep|guy|man)|jobsworth*|waiting staff|bar staff)',
      '(complained|complaining to|complaint|unprofessional*|disrespect*|apolog*|inexcusabl*|unacceptabl*|disgraceful*|treat*)',
    ],
    promise: [
      '(promise|promised|promises|agreed|quoted|(had|wed|id|was|were) (booked|reserved)|booked (a|in|for|online|two|three)|(supposed|meant|due) to (come|arrive|call|ring|deliver|start|open|collect|finish|be (ready|here|done|back|delivered|there|finished|fixed))|advertised|guarantee*|assured|appointment*|reservation*|cancel*|invoice*|estimate|quote|contract|(my|our) booking)',
      '(booked|reserved) ~10 (got|given|gave|received)',
    ],
    mistake: [
      '(ordered|asked for|asked|requested|wanted) ~10 (got|given|gave|received|brought|sent|handed)',
      '(wrong (one|thing|order*)|forgot (to|our|my|the|half|me|us)|forgotten (to|our|my|half)|overcharged|(made|their|admit*|same) ~2 mistake*|incorrect*|mixed up)',
    ],
    refund: [
      '(refund*|money back|credit note*|reimburs*|chargeback|trading standards|small claims|ombudsman|solicitor*|deposit|compensation|warranty|guarantee|(they|he|she|staff|manager|owner|shop|was|were|flatly|blank|simply|and|who|then|just) ~1 refus*)',
    ],
  },
};
