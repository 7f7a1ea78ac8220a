/** Short messages in English as people write them under posts, by what a careful owner would do. One message a line. */
export const english = {
  quiet: `
thanks
Thanks!
thank you
Thank you!!!
Thank u
thanku
thx
Thx a lot
ty
tysm
tysm!!
Cheers
cheers mate
Cheers guys 👍
ok
Ok.
okay
OK 👍
Okay, thanks
ok, thanks
Ok thank you
ok cool thanks
great, thank you
Great, thanks!
Great thanks a lot
Perfect, thank you!
perfect ty
Awesome, thanks
awesome thank you so much 🙏
Got it
got it, thanks
Got it, thank you very much
Understood, thank you
Alright thanks
Lovely, thank you
Brilliant, cheers
Super, thanks
Cool, thx
Nice, thank you guys
Wow thank you
Oh great, thanks
Ah ok thanks
Yes, thank you
yep thanks
No thanks
no, thank you
@coffeelab thanks
@coffeelab thank you!
@coffeelab ok, thanks!
@coffee.lab @bob thank you both
Coffee Lab, thank you
Coffee Lab thanks a lot!
Thanks Coffee Lab
Thank you Coffee Lab ❤️
Thanks @coffeelab 🙏
Thanks Bob!
Thank you, Anna
thanks so much
Thank you so so much
Many thanks
Many many thanks
thanks again
Thanks again for your help
Thank you for your help
Thanks for the help!
thanks for the answer
Thanks for the quick reply
Thank you for the quick response
Thanks for your reply 😊
thanks for the info
Thank you for the information
Thanks for letting me know
thanks for clarifying
Thank you for explaining
Much appreciated
Appreciate it
I appreciate it, thank you
Thanks everyone
Thank you all
thanks all!
Thanks folks
Thank you team
thanks to all of you
Big thanks
Huge thanks to the team
Thank you kindly
thanks love
thanks dear
Thanks hun x
ta
Ta very much
Will do, thanks
noted, thanks
Noted
All good thanks
Ok I got it, thank you
Thank you sir
😍
🔥🔥🔥
❤️❤️
👏👏👏 🎉
😂😂
@bob_the_builder 😍
@ann @bob 😂😂
@kate.w
!!!
`,
  waits: `
how much
How much?
how much is it
price
price?
Price pls
price please
Prices?
cost
+
++
+++
+ 🙏
➕
+1
Thanks! Open tomorrow?
thanks, and how much is it
Thank you, but what about Sunday
thanks but it does not work
Thanks for nothing
thank you for ruining my birthday
Thanks, still waiting
thanks, please call me back
ok but when
ok when
Ok how much
Ok, I'll take two
great, I'll take it
Perfect, book me for 6pm
cool, can I come today
Got it, and the address
@coffeelab how much
@coffeelab price
@coffeelab when do you open
@coffeelab hello
@coffeelab order 4711 was cold
Coffee Lab are you open
Coffee Lab, still no answer
Coffee Lab please answer
is it available
Is this still available
available?
still available
do you ship to Lviv
do you deliver
Do you have it in blue
can I book a table for two
can i pay by card
Where are you
where is it
where can I buy this
What time do you close
what size is this
which bus goes there
who do I call
why is it closed
when will it be back
When
how long does it take
How do I order
how can I get one
any vegan options
any discount for students
Is it gluten free
I want one
I want this
Want
I need two of these
I'd like to order
I would like a table for four tomorrow
order please
one please
Two please
2 please
me
Me please
Me too please
I'll take one
Count me in
Send me the link
link please
link
Link?
DM me
dm
Info
info please
details pls
Details
more info please
menu
Menu please
address
Address please
phone number
Number please
size M please
Blue, size 38
My order never arrived
order 5511 is late
Nobody answers the phone
I am still waiting for my order
still waiting
Any news
hello
Hello, anyone there
Hi
Anyone?
help
please help
The coffee was cold
Worst service ever
I want my money back
refund
you charged me twice
My parcel is broken
wrong item
Your site does not work
the form is broken
cannot log in
Call me back please
please call
call me 044 123 45 67
my number is 050 111 22 33
You are closed again
Very disappointed
Not ok
not ok at all
no answer for three days
no reply
Reply please
bring back the pumpkin latte
too expensive
@bob how much was yours
@bob is it near you
Best coffee in town
Was great yesterday but the waiter was rude
Is this the same as https://shop.example/blue
do you have this one https://shop.example/cup
How much is delivery https://maps.example/x
can I pay with bitcoin
do you take crypto
do you take crypto? see https://pay.example
is there a casino nearby
Is the loan offer on https://bank.example/offer yours?
？
how much；
هل يوجد توصيل؟
多少钱？
Τι ώρα κλείνετε;
❓
⁉️
❔❔
`,
  spam: `
Earn $900 a day with crypto https://t.me/win
Make money with bitcoin now https://win.example
Best forex signals t.me/signals
Join our casino https://casino.example bonus
Betting tips every day https://bets.example
Crypto giveaway!!! https://give.example
my onlyfans https://of.example
escort service https://e.example
loan offer at 2% https://loan.example
invest in crypto with Mr James wa.me/123456
I made $5000 with forex, write her https://t.me/jane
casino bonus 200% https://c.example/win
`,
} as const;
