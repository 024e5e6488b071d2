"""Three passages by Jane Austen (1775-1817, public domain), from her first three novels: a chapter's first thousand tokens.

Copied from the Debian package r-cran-janeaustenr 1.0.0-1, with quotation marks, dashes and accents in ASCII and the marks
of italics left out. Lines are wrapped here; a blank line parts paragraphs.
"""

PASSAGES: dict[str, str] = {
    "Sense and Sensibility, chapter 10": """\
Marianne's preserver, as Margaret, with more elegance than precision, styled Willoughby, called at the cottage early the next
morning to make his personal enquiries. He was received by Mrs. Dashwood with more than politeness; with a kindness which Sir
John's account of him and her own gratitude prompted; and every thing that passed during the visit tended to assure him of
the sense, elegance, mutual affection, and domestic comfort of the family to whom accident had now introduced him. Of their
personal charms he had not required a second interview to be convinced.

Miss Dashwood had a delicate complexion, regular features, and a remarkably pretty figure. Marianne was still handsomer. Her
form, though not so correct as her sister's, in having the advantage of height, was more striking; and her face was so
lovely, that when in the common cant of praise, she was called a beautiful girl, truth was less violently outraged than
usually happens. Her skin was very brown, but, from its transparency, her complexion was uncommonly brilliant; her features
were all good; her smile was sweet and attractive; and in her eyes, which were very dark, there was a life, a spirit, an
eagerness, which could hardily be seen without delight. From Willoughby their expression was at first held back, by the
embarrassment which the remembrance of his assistance created. But when this passed away, when her spirits became collected,
when she saw that to the perfect good-breeding of the gentleman, he united frankness and vivacity, and above all, when she
heard him declare, that of music and dancing he was passionately fond, she gave him such a look of approbation as secured the
largest share of his discourse to herself for the rest of his stay.

It was only necessary to mention any favourite amusement to engage her to talk. She could not be silent when such points were
introduced, and she had neither shyness nor reserve in their discussion. They speedily discovered that their enjoyment of
dancing and music was mutual, and that it arose from a general conformity of judgment in all that related to either.
Encouraged by this to a further examination of his opinions, she proceeded to question him on the subject of books; her
favourite authors were brought forward and dwelt upon with so rapturous a delight, that any young man of five and twenty must
have been insensible indeed, not to become an immediate convert to the excellence of such works, however disregarded before.
Their taste was strikingly alike. The same books, the same passages were idolized by each--or if any difference appeared, any
objection arose, it lasted no longer than till the force of her arguments and the brightness of her eyes could be displayed.
He acquiesced in all her decisions, caught all her enthusiasm; and long before his visit concluded, they conversed with the
familiarity of a long-established acquaintance.

"Well, Marianne," said Elinor, as soon as he had left them, "for ONE morning I think you have done pretty well. You have
already ascertained Mr. Willoughby's opinion in almost every matter of importance. You know what he thinks of Cowper and
Scott; you are certain of his estimating their beauties as he ought, and you have received every assurance of his admiring
Pope no more than is proper. But how is your acquaintance to be long supported, under such extraordinary despatch of every
subject for discourse? You will soon have exhausted each favourite topic. Another meeting will suffice to explain his
sentiments on picturesque beauty, and second marriages, and then you can have nothing farther to ask."--

"Elinor," cried Marianne, "is this fair? is this just? are my ideas so scanty? But I see what you mean. I have been too much
at my ease, too happy, too frank. I have erred against every common-place notion of decorum; I have been open and sincere
where I ought to have been reserved, spiritless, dull, and deceitful--had I talked only of the weather and the roads, and had
I spoken only once in ten minutes, this reproach would have been spared."

"My love," said her mother, "you must not be offended with Elinor--she was only in jest. I should scold her myself, if she
were capable of wishing to check the delight of your conversation with our new friend."-- Marianne was softened in a moment.

Willoughby, on his side, gave every proof of his pleasure in their acquaintance, which an evident wish of improving it could
offer. He came to them every day. To enquire after Marianne was at first his excuse; but the encouragement of his reception,
to which every day gave greater kindness, made such an excuse unnecessary before it had ceased to be possible, by Marianne's
perfect recovery. She was confined for some days to the house; but never had any confinement been less irksome. Willoughby
was a young man of good abilities, quick imagination, lively spirits, and open, affectionate manners.
""",
    "Pride and Prejudice, chapter 5": """\
Within a short walk of Longbourn lived a family with whom the Bennets were particularly intimate. Sir William Lucas had been
formerly in trade in Meryton, where he had made a tolerable fortune, and risen to the honour of knighthood by an address to
the king during his mayoralty. The distinction had perhaps been felt too strongly. It had given him a disgust to his
business, and to his residence in a small market town; and, in quitting them both, he had removed with his family to a house
about a mile from Meryton, denominated from that period Lucas Lodge, where he could think with pleasure of his own
importance, and, unshackled by business, occupy himself solely in being civil to all the world. For, though elated by his
rank, it did not render him supercilious; on the contrary, he was all attention to everybody. By nature inoffensive,
friendly, and obliging, his presentation at St. James's had made him courteous.

Lady Lucas was a very good kind of woman, not too clever to be a valuable neighbour to Mrs. Bennet. They had several
children. The eldest of them, a sensible, intelligent young woman, about twenty-seven, was Elizabeth's intimate friend.

That the Miss Lucases and the Miss Bennets should meet to talk over a ball was absolutely necessary; and the morning after
the assembly brought the former to Longbourn to hear and to communicate.

"You began the evening well, Charlotte," said Mrs. Bennet with civil self-command to Miss Lucas. "You were Mr. Bingley's
first choice."

"Yes; but he seemed to like his second better."

"Oh! you mean Jane, I suppose, because he danced with her twice. To be sure that did seem as if he admired her--indeed I
rather believe he did--I heard something about it--but I hardly know what--something about Mr. Robinson."

"Perhaps you mean what I overheard between him and Mr. Robinson; did not I mention it to you? Mr. Robinson's asking him how
he liked our Meryton assemblies, and whether he did not think there were a great many pretty women in the room, and which he
thought the prettiest? and his answering immediately to the last question: 'Oh! the eldest Miss Bennet, beyond a doubt; there
cannot be two opinions on that point.'"

"Upon my word! Well, that is very decided indeed--that does seem as if--but, however, it may all come to nothing, you know."

"My overhearings were more to the purpose than yours, Eliza," said Charlotte. "Mr. Darcy is not so well worth listening to as
his friend, is he?--poor Eliza!--to be only just tolerable."

"I beg you would not put it into Lizzy's head to be vexed by his ill-treatment, for he is such a disagreeable man, that it
would be quite a misfortune to be liked by him. Mrs. Long told me last night that he sat close to her for half-an-hour
without once opening his lips."

"Are you quite sure, ma'am?--is not there a little mistake?" said Jane. "I certainly saw Mr. Darcy speaking to her."

"Aye--because she asked him at last how he liked Netherfield, and he could not help answering her; but she said he seemed
quite angry at being spoke to."

"Miss Bingley told me," said Jane, "that he never speaks much, unless among his intimate acquaintances. With them he is
remarkably agreeable."

"I do not believe a word of it, my dear. If he had been so very agreeable, he would have talked to Mrs. Long. But I can guess
how it was; everybody says that he is eat up with pride, and I dare say he had heard somehow that Mrs. Long does not keep a
carriage, and had come to the ball in a hack chaise."

"I do not mind his not talking to Mrs. Long," said Miss Lucas, "but I wish he had danced with Eliza."

"Another time, Lizzy," said her mother, "I would not dance with him, if I were you."

"I believe, ma'am, I may safely promise you never to dance with him."

"His pride," said Miss Lucas, "does not offend me so much as pride often does, because there is an excuse for it. One cannot
wonder that so very fine a young man, with family, fortune, everything in his favour, should think highly of himself. If I
may so express it, he has a right to be proud."

"That is very true," replied Elizabeth, "and I could easily forgive his pride, if he had not mortified mine."

""",
    "Mansfield Park, chapter 9": """\
Mr. Rushworth was at the door to receive his fair lady; and the whole party were welcomed by him with due attention. In the
drawing-room they were met with equal cordiality by the mother, and Miss Bertram had all the distinction with each that she
could wish. After the business of arriving was over, it was first necessary to eat, and the doors were thrown open to admit
them through one or two intermediate rooms into the appointed dining-parlour, where a collation was prepared with abundance
and elegance. Much was said, and much was ate, and all went well. The particular object of the day was then considered. How
would Mr. Crawford like, in what manner would he chuse, to take a survey of the grounds? Mr. Rushworth mentioned his
curricle. Mr. Crawford suggested the greater desirableness of some carriage which might convey more than two. "To be
depriving themselves of the advantage of other eyes and other judgments, might be an evil even beyond the loss of present
pleasure."

Mrs. Rushworth proposed that the chaise should be taken also; but this was scarcely received as an amendment: the young
ladies neither smiled nor spoke. Her next proposition, of shewing the house to such of them as had not been there before, was
more acceptable, for Miss Bertram was pleased to have its size displayed, and all were glad to be doing something.

The whole party rose accordingly, and under Mrs. Rushworth's guidance were shewn through a number of rooms, all lofty, and
many large, and amply furnished in the taste of fifty years back, with shining floors, solid mahogany, rich damask, marble,
gilding, and carving, each handsome in its way. Of pictures there were abundance, and some few good, but the larger part were
family portraits, no longer anything to anybody but Mrs. Rushworth, who had been at great pains to learn all that the
housekeeper could teach, and was now almost equally well qualified to shew the house. On the present occasion she addressed
herself chiefly to Miss Crawford and Fanny, but there was no comparison in the willingness of their attention; for Miss
Crawford, who had seen scores of great houses, and cared for none of them, had only the appearance of civilly listening,
while Fanny, to whom everything was almost as interesting as it was new, attended with unaffected earnestness to all that
Mrs. Rushworth could relate of the family in former times, its rise and grandeur, regal visits and loyal efforts, delighted
to connect anything with history already known, or warm her imagination with scenes of the past.

The situation of the house excluded the possibility of much prospect from any of the rooms; and while Fanny and some of the
others were attending Mrs. Rushworth, Henry Crawford was looking grave and shaking his head at the windows. Every room on the
west front looked across a lawn to the beginning of the avenue immediately beyond tall iron palisades and gates.

Having visited many more rooms than could be supposed to be of any other use than to contribute to the window-tax, and find
employment for housemaids, "Now," said Mrs. Rushworth, "we are coming to the chapel, which properly we ought to enter from
above, and look down upon; but as we are quite among friends, I will take you in this way, if you will excuse me."

They entered. Fanny's imagination had prepared her for something grander than a mere spacious, oblong room, fitted up for the
purpose of devotion: with nothing more striking or more solemn than the profusion of mahogany, and the crimson velvet
cushions appearing over the ledge of the family gallery above. "I am disappointed," said she, in a low voice, to Edmund.
"This is not my idea of a chapel. There is nothing awful here, nothing melancholy, nothing grand. Here are no aisles, no
arches, no inscriptions, no banners. No banners, cousin, to be 'blown by the night wind of heaven.' No signs that a 'Scottish
monarch sleeps below.'"

"You forget, Fanny, how lately all this has been built, and for how confined a purpose, compared with the old chapels of
castles and monasteries. It was only for the private use of the family. They have been buried, I suppose, in the parish
church. There you must look for the banners and the achievements."

"It was foolish of me not to think of all that; but I am disappointed."

Mrs. Rushworth began her relation. "This chapel was fitted up as you see it, in James the Second's time. Before that period,
as I understand, the pews were only wainscot; and there is some reason to think that the linings and cushions of the pulpit
and family seat were only purple cloth; but this is not quite certain. It is a handsome chapel, and was formerly in constant
use both morning and evening.
""",
}
