"""Three passages by Jane Austen (1775-1817, public domain), from her last three novels: a chapter's first thousand tokens.

Copied from the Debian package r-cran-janeaustenr 1.0.0-1, with quotation marks, dashes and accents in ASCII and the marks
of italics left out. Lines are wrapped here; a blank line parts paragraphs.
"""

PASSAGES: dict[str, str] = {
    "Emma, volume I, chapter 8": """\
Harriet slept at Hartfield that night. For some weeks past she had been spending more than half her time there, and gradually
getting to have a bed-room appropriated to herself; and Emma judged it best in every respect, safest and kindest, to keep her
with them as much as possible just at present. She was obliged to go the next morning for an hour or two to Mrs. Goddard's,
but it was then to be settled that she should return to Hartfield, to make a regular visit of some days.

While she was gone, Mr. Knightley called, and sat some time with Mr. Woodhouse and Emma, till Mr. Woodhouse, who had
previously made up his mind to walk out, was persuaded by his daughter not to defer it, and was induced by the entreaties of
both, though against the scruples of his own civility, to leave Mr. Knightley for that purpose. Mr. Knightley, who had
nothing of ceremony about him, was offering by his short, decided answers, an amusing contrast to the protracted apologies
and civil hesitations of the other.

"Well, I believe, if you will excuse me, Mr. Knightley, if you will not consider me as doing a very rude thing, I shall take
Emma's advice and go out for a quarter of an hour. As the sun is out, I believe I had better take my three turns while I can.
I treat you without ceremony, Mr. Knightley. We invalids think we are privileged people."

"My dear sir, do not make a stranger of me."

"I leave an excellent substitute in my daughter. Emma will be happy to entertain you. And therefore I think I will beg your
excuse and take my three turns--my winter walk."

"You cannot do better, sir."

"I would ask for the pleasure of your company, Mr. Knightley, but I am a very slow walker, and my pace would be tedious to
you; and, besides, you have another long walk before you, to Donwell Abbey."

"Thank you, sir, thank you; I am going this moment myself; and I think the sooner you go the better. I will fetch your
greatcoat and open the garden door for you."

Mr. Woodhouse at last was off; but Mr. Knightley, instead of being immediately off likewise, sat down again, seemingly
inclined for more chat. He began speaking of Harriet, and speaking of her with more voluntary praise than Emma had ever heard
before.

"I cannot rate her beauty as you do," said he; "but she is a pretty little creature, and I am inclined to think very well of
her disposition. Her character depends upon those she is with; but in good hands she will turn out a valuable woman."

"I am glad you think so; and the good hands, I hope, may not be wanting."

"Come," said he, "you are anxious for a compliment, so I will tell you that you have improved her. You have cured her of her
school-girl's giggle; she really does you credit."

"Thank you. I should be mortified indeed if I did not believe I had been of some use; but it is not every body who will
bestow praise where they may. You do not often overpower me with it."

"You are expecting her again, you say, this morning?"

"Almost every moment. She has been gone longer already than she intended."

"Something has happened to delay her; some visitors perhaps."

"Highbury gossips!--Tiresome wretches!"

"Harriet may not consider every body tiresome that you would."

Emma knew this was too true for contradiction, and therefore said nothing. He presently added, with a smile,

"I do not pretend to fix on times or places, but I must tell you that I have good reason to believe your little friend will
soon hear of something to her advantage."

"Indeed! how so? of what sort?"

"A very serious sort, I assure you;" still smiling.

"Very serious! I can think of but one thing--Who is in love with her? Who makes you their confidant?"

Emma was more than half in hopes of Mr. Elton's having dropt a hint. Mr. Knightley was a sort of general friend and adviser,
and she knew Mr. Elton looked up to him.

"I have reason to think," he replied, "that Harriet Smith will soon have an offer of marriage, and from a most
unexceptionable quarter:--Robert Martin is the man. Her visit to Abbey-Mill, this summer, seems to have done his business. He
is desperately in love and means to marry her."

"He is very obliging," said Emma; "but is he sure that Harriet means to marry him?"

""",
    "Northanger Abbey, chapter 7": """\
Half a minute conducted them through the pump-yard to the archway, opposite Union Passage; but here they were stopped.
Everybody acquainted with Bath may remember the difficulties of crossing Cheap Street at this point; it is indeed a street of
so impertinent a nature, so unfortunately connected with the great London and Oxford roads, and the principal inn of the
city, that a day never passes in which parties of ladies, however important their business, whether in quest of pastry,
millinery, or even (as in the present case) of young men, are not detained on one side or other by carriages, horsemen, or
carts. This evil had been felt and lamented, at least three times a day, by Isabella since her residence in Bath; and she was
now fated to feel and lament it once more, for at the very moment of coming opposite to Union Passage, and within view of the
two gentlemen who were proceeding through the crowds, and threading the gutters of that interesting alley, they were
prevented crossing by the approach of a gig, driven along on bad pavement by a most knowing-looking coachman with all the
vehemence that could most fitly endanger the lives of himself, his companion, and his horse.

"Oh, these odious gigs!" said Isabella, looking up. "How I detest them." But this detestation, though so just, was of short
duration, for she looked again and exclaimed, "Delightful! Mr. Morland and my brother!"

"Good heaven! 'Tis James!" was uttered at the same moment by Catherine; and, on catching the young men's eyes, the horse was
immediately checked with a violence which almost threw him on his haunches, and the servant having now scampered up, the
gentlemen jumped out, and the equipage was delivered to his care.

Catherine, by whom this meeting was wholly unexpected, received her brother with the liveliest pleasure; and he, being of a
very amiable disposition, and sincerely attached to her, gave every proof on his side of equal satisfaction, which he could
have leisure to do, while the bright eyes of Miss Thorpe were incessantly challenging his notice; and to her his devoirs were
speedily paid, with a mixture of joy and embarrassment which might have informed Catherine, had she been more expert in the
development of other people's feelings, and less simply engrossed by her own, that her brother thought her friend quite as
pretty as she could do herself.

John Thorpe, who in the meantime had been giving orders about the horses, soon joined them, and from him she directly
received the amends which were her due; for while he slightly and carelessly touched the hand of Isabella, on her he bestowed
a whole scrape and half a short bow. He was a stout young man of middling height, who, with a plain face and ungraceful form,
seemed fearful of being too handsome unless he wore the dress of a groom, and too much like a gentleman unless he were easy
where he ought to be civil, and impudent where he might be allowed to be easy. He took out his watch: "How long do you think
we have been running it from Tetbury, Miss Morland?"

"I do not know the distance." Her brother told her that it was twenty-three miles.

"Three and twenty!" cried Thorpe. "Five and twenty if it is an inch." Morland remonstrated, pleaded the authority of
road-books, innkeepers, and milestones; but his friend disregarded them all; he had a surer test of distance. "I know it must
be five and twenty," said he, "by the time we have been doing it. It is now half after one; we drove out of the inn-yard at
Tetbury as the town clock struck eleven; and I defy any man in England to make my horse go less than ten miles an hour in
harness; that makes it exactly twenty-five."

"You have lost an hour," said Morland; "it was only ten o'clock when we came from Tetbury."

"Ten o'clock! It was eleven, upon my soul! I counted every stroke. This brother of yours would persuade me out of my senses,
Miss Morland; do but look at my horse; did you ever see an animal so made for speed in your life?" (The servant had just
mounted the carriage and was driving off.) "Such true blood! Three hours and and a half indeed coming only three and twenty
miles! Look at that creature, and suppose it possible if you can."

"He does look very hot, to be sure."

"Hot! He had not turned a hair till we came to Walcot Church; but look at his forehand; look at his loins; only see how he
moves; that horse cannot go less than ten miles an hour: tie his legs and he will get on.
""",
    "Persuasion, chapter 11": """\
The time now approached for Lady Russell's return: the day was even fixed; and Anne, being engaged to join her as soon as she
was resettled, was looking forward to an early removal to Kellynch, and beginning to think how her own comfort was likely to
be affected by it.

It would place her in the same village with Captain Wentworth, within half a mile of him; they would have to frequent the
same church, and there must be intercourse between the two families. This was against her; but on the other hand, he spent so
much of his time at Uppercross, that in removing thence she might be considered rather as leaving him behind, than as going
towards him; and, upon the whole, she believed she must, on this interesting question, be the gainer, almost as certainly as
in her change of domestic society, in leaving poor Mary for Lady Russell.

She wished it might be possible for her to avoid ever seeing Captain Wentworth at the Hall: those rooms had witnessed former
meetings which would be brought too painfully before her; but she was yet more anxious for the possibility of Lady Russell
and Captain Wentworth never meeting anywhere. They did not like each other, and no renewal of acquaintance now could do any
good; and were Lady Russell to see them together, she might think that he had too much self-possession, and she too little.

These points formed her chief solicitude in anticipating her removal from Uppercross, where she felt she had been stationed
quite long enough. Her usefulness to little Charles would always give some sweetness to the memory of her two months' visit
there, but he was gaining strength apace, and she had nothing else to stay for.

The conclusion of her visit, however, was diversified in a way which she had not at all imagined. Captain Wentworth, after
being unseen and unheard of at Uppercross for two whole days, appeared again among them to justify himself by a relation of
what had kept him away.

A letter from his friend, Captain Harville, having found him out at last, had brought intelligence of Captain Harville's
being settled with his family at Lyme for the winter; of their being therefore, quite unknowingly, within twenty miles of
each other. Captain Harville had never been in good health since a severe wound which he received two years before, and
Captain Wentworth's anxiety to see him had determined him to go immediately to Lyme. He had been there for four-and-twenty
hours. His acquittal was complete, his friendship warmly honoured, a lively interest excited for his friend, and his
description of the fine country about Lyme so feelingly attended to by the party, that an earnest desire to see Lyme
themselves, and a project for going thither was the consequence.

The young people were all wild to see Lyme. Captain Wentworth talked of going there again himself, it was only seventeen
miles from Uppercross; though November, the weather was by no means bad; and, in short, Louisa, who was the most eager of the
eager, having formed the resolution to go, and besides the pleasure of doing as she liked, being now armed with the idea of
merit in maintaining her own way, bore down all the wishes of her father and mother for putting it off till summer; and to
Lyme they were to go--Charles, Mary, Anne, Henrietta, Louisa, and Captain Wentworth.

The first heedless scheme had been to go in the morning and return at night; but to this Mr Musgrove, for the sake of his
horses, would not consent; and when it came to be rationally considered, a day in the middle of November would not leave much
time for seeing a new place, after deducting seven hours, as the nature of the country required, for going and returning.
They were, consequently, to stay the night there, and not to be expected back till the next day's dinner. This was felt to be
a considerable amendment; and though they all met at the Great House at rather an early breakfast hour, and set off very
punctually, it was so much past noon before the two carriages, Mr Musgrove's coach containing the four ladies, and Charles's
curricle, in which he drove Captain Wentworth, were descending the long hill into Lyme, and entering upon the still steeper
street of the town itself, that it was very evident they would not have more than time for looking about them, before the
light and warmth of the day were gone.

After securing accommodations, and ordering a dinner at one of the inns, the next thing to be done was unquestionably to walk
directly down to the sea. They were come too late in the year for any amusement or variety which Lyme, as a public place,
might offer. The rooms were shut up, the lodgers almost all gone, scarcely any family but of the residents left;
""",
}
