"""Six passages of Moby-Dick by Herman Melville (1819-1891, public domain): the first thousand tokens or so of six chapters.

Copied from the Debian package r-cran-tokenizers 0.3.0-1, with quotation marks, dashes and accents in ASCII and the marks
of italics left out. Lines are wrapped here; a blank line parts paragraphs.
"""

PASSAGES: dict[str, str] = {
    "Moby-Dick, chapter 24, The Advocate": """\
As Queequeg and I are now fairly embarked in this business of whaling; and as this business of whaling has somehow come to be
regarded among landsmen as a rather unpoetical and disreputable pursuit; therefore, I am all anxiety to convince ye, ye
landsmen, of the injustice hereby done to us hunters of whales.

In the first place, it may be deemed almost superfluous to establish the fact, that among people at large, the business of
whaling is not accounted on a level with what are called the liberal professions. If a stranger were introduced into any
miscellaneous metropolitan society, it would but slightly advance the general opinion of his merits, were he presented to the
company as a harpooneer, say; and if in emulation of the naval officers he should append the initials S.W.F. (Sperm Whale
Fishery) to his visiting card, such a procedure would be deemed pre-eminently presuming and ridiculous.

Doubtless one leading reason why the world declines honouring us whalemen, is this: they think that, at best, our vocation
amounts to a butchering sort of business; and that when actively engaged therein, we are surrounded by all manner of
defilements. Butchers we are, that is true. But butchers, also, and butchers of the bloodiest badge have been all Martial
Commanders whom the world invariably delights to honour. And as for the matter of the alleged uncleanliness of our business,
ye shall soon be initiated into certain facts hitherto pretty generally unknown, and which, upon the whole, will triumphantly
plant the sperm whale-ship at least among the cleanliest things of this tidy earth. But even granting the charge in question
to be true; what disordered slippery decks of a whale-ship are comparable to the unspeakable carrion of those battle-fields
from which so many soldiers return to drink in all ladies' plaudits? And if the idea of peril so much enhances the popular
conceit of the soldier's profession; let me assure ye that many a veteran who has freely marched up to a battery, would
quickly recoil at the apparition of the sperm whale's vast tail, fanning into eddies the air over his head. For what are the
comprehensible terrors of man compared with the interlinked terrors and wonders of God!

But, though the world scouts at us whale hunters, yet does it unwittingly pay us the profoundest homage; yea, an
all-abounding adoration! for almost all the tapers, lamps, and candles that burn round the globe, burn, as before so many
shrines, to our glory!

But look at this matter in other lights; weigh it in all sorts of scales; see what we whalemen are, and have been.

Why did the Dutch in De Witt's time have admirals of their whaling fleets? Why did Louis XVI. of France, at his own personal
expense, fit out whaling ships from Dunkirk, and politely invite to that town some score or two of families from our own
island of Nantucket? Why did Britain between the years 1750 and 1788 pay to her whalemen in bounties upwards of L1,000,000?
And lastly, how comes it that we whalemen of America now outnumber all the rest of the banded whalemen in the world; sail a
navy of upwards of seven hundred vessels; manned by eighteen thousand men; yearly consuming 4,000,000 of dollars; the ships
worth, at the time of sailing, $20,000,000! and every year importing into our harbors a well reaped harvest of $7,000,000.
How comes all this, if there be not something puissant in whaling?

But this is not the half; look again.

I freely assert, that the cosmopolite philosopher cannot, for his life, point out one single peaceful influence, which within
the last sixty years has operated more potentially upon the whole broad world, taken in one aggregate, than the high and
mighty business of whaling. One way and another, it has begotten events so remarkable in themselves, and so continuously
momentous in their sequential issues, that whaling may well be regarded as that Egyptian mother, who bore offspring
themselves pregnant from her womb. It would be a hopeless, endless task to catalogue all these things. Let a handful suffice.
For many years past the whale-ship has been the pioneer in ferreting out the remotest and least known parts of the earth. She
has explored seas and archipelagoes which had no chart, where no Cook or Vancouver had ever sailed. If American and European
men-of-war now peacefully ride in once savage harbors, let them fire salutes to the honour and glory of the whale-ship, which
originally showed them the way, and first interpreted between them and the savages.
""",
    "Moby-Dick, chapter 32, Cetology": """\
Already we are boldly launched upon the deep; but soon we shall be lost in its unshored, harbourless immensities. Ere that
come to pass; ere the Pequod's weedy hull rolls side by side with the barnacled hulls of the leviathan; at the outset it is
but well to attend to a matter almost indispensable to a thorough appreciative understanding of the more special leviathanic
revelations and allusions of all sorts which are to follow.

It is some systematized exhibition of the whale in his broad genera, that I would now fain put before you. Yet is it no easy
task. The classification of the constituents of a chaos, nothing less is here essayed. Listen to what the best and latest
authorities have laid down.

"No branch of Zoology is so much involved as that which is entitled Cetology," says Captain Scoresby, A.D. 1820.

"It is not my intention, were it in my power, to enter into the inquiry as to the true method of dividing the cetacea into
groups and families.... Utter confusion exists among the historians of this animal" (sperm whale), says Surgeon Beale, A.D.
1839.

"Unfitness to pursue our research in the unfathomable waters." "Impenetrable veil covering our knowledge of the cetacea." "A
field strewn with thorns." "All these incomplete indications but serve to torture us naturalists."

Thus speak of the whale, the great Cuvier, and John Hunter, and Lesson, those lights of zoology and anatomy. Nevertheless,
though of real knowledge there be little, yet of books there are a plenty; and so in some small degree, with cetology, or the
science of whales. Many are the men, small and great, old and new, landsmen and seamen, who have at large or in little,
written of the whale. Run over a few:--The Authors of the Bible; Aristotle; Pliny; Aldrovandi; Sir Thomas Browne; Gesner;
Ray; Linnaeus; Rondeletius; Willoughby; Green; Artedi; Sibbald; Brisson; Marten; Lacepede; Bonneterre; Desmarest; Baron
Cuvier; Frederick Cuvier; John Hunter; Owen; Scoresby; Beale; Bennett; J. Ross Browne; the Author of Miriam Coffin; Olmstead;
and the Rev. T. Cheever. But to what ultimate generalizing purpose all these have written, the above cited extracts will
show.

Of the names in this list of whale authors, only those following Owen ever saw living whales; and but one of them was a real
professional harpooneer and whaleman. I mean Captain Scoresby. On the separate subject of the Greenland or right-whale, he is
the best existing authority. But Scoresby knew nothing and says nothing of the great sperm whale, compared with which the
Greenland whale is almost unworthy mentioning. And here be it said, that the Greenland whale is an usurper upon the throne of
the seas. He is not even by any means the largest of the whales. Yet, owing to the long priority of his claims, and the
profound ignorance which, till some seventy years back, invested the then fabulous or utterly unknown sperm-whale, and which
ignorance to this present day still reigns in all but some few scientific retreats and whale-ports; this usurpation has been
every way complete. Reference to nearly all the leviathanic allusions in the great poets of past days, will satisfy you that
the Greenland whale, without one rival, was to them the monarch of the seas. But the time has at last come for a new
proclamation. This is Charing Cross; hear ye! good people all,--the Greenland whale is deposed,--the great sperm whale now
reigneth!

There are only two books in being which at all pretend to put the living sperm whale before you, and at the same time, in the
remotest degree succeed in the attempt. Those books are Beale's and Bennett's; both in their time surgeons to English
South-Sea whale-ships, and both exact and reliable men. The original matter touching the sperm whale to be found in their
volumes is necessarily small; but so far as it goes, it is of excellent quality, though mostly confined to scientific
description. As yet, however, the sperm whale, scientific or poetic, lives not complete in any literature. Far above all
other hunted whales, his is an unwritten life.

Now the various species of whales need some sort of popular comprehensive classification, if only an easy outline one for the
present, hereafter to be filled in all its departments by subsequent laborers. As no better man advances to take this matter
in hand, I hereupon offer my own poor endeavors.
""",
    "Moby-Dick, chapter 41, Moby Dick": """\
I, Ishmael, was one of that crew; my shouts had gone up with the rest; my oath had been welded with theirs; and stronger I
shouted, and more did I hammer and clinch my oath, because of the dread in my soul. A wild, mystical, sympathetical feeling
was in me; Ahab's quenchless feud seemed mine. With greedy ears I learned the history of that murderous monster against whom
I and all the others had taken our oaths of violence and revenge.

For some time past, though at intervals only, the unaccompanied, secluded White Whale had haunted those uncivilized seas
mostly frequented by the Sperm Whale fishermen. But not all of them knew of his existence; only a few of them, comparatively,
had knowingly seen him; while the number who as yet had actually and knowingly given battle to him, was small indeed. For,
owing to the large number of whale-cruisers; the disorderly way they were sprinkled over the entire watery circumference,
many of them adventurously pushing their quest along solitary latitudes, so as seldom or never for a whole twelvemonth or
more on a stretch, to encounter a single news-telling sail of any sort; the inordinate length of each separate voyage; the
irregularity of the times of sailing from home; all these, with other circumstances, direct and indirect, long obstructed the
spread through the whole world-wide whaling-fleet of the special individualizing tidings concerning Moby Dick. It was hardly
to be doubted, that several vessels reported to have encountered, at such or such a time, or on such or such a meridian, a
Sperm Whale of uncommon magnitude and malignity, which whale, after doing great mischief to his assailants, had completely
escaped them; to some minds it was not an unfair presumption, I say, that the whale in question must have been no other than
Moby Dick. Yet as of late the Sperm Whale fishery had been marked by various and not unfrequent instances of great ferocity,
cunning, and malice in the monster attacked; therefore it was, that those who by accident ignorantly gave battle to Moby
Dick; such hunters, perhaps, for the most part, were content to ascribe the peculiar terror he bred, more, as it were, to the
perils of the Sperm Whale fishery at large, than to the individual cause. In that way, mostly, the disastrous encounter
between Ahab and the whale had hitherto been popularly regarded.

And as for those who, previously hearing of the White Whale, by chance caught sight of him; in the beginning of the thing
they had every one of them, almost, as boldly and fearlessly lowered for him, as for any other whale of that species. But at
length, such calamities did ensue in these assaults--not restricted to sprained wrists and ankles, broken limbs, or devouring
amputations--but fatal to the last degree of fatality; those repeated disastrous repulses, all accumulating and piling their
terrors upon Moby Dick; those things had gone far to shake the fortitude of many brave hunters, to whom the story of the
White Whale had eventually come.

Nor did wild rumors of all sorts fail to exaggerate, and still the more horrify the true histories of these deadly
encounters. For not only do fabulous rumors naturally grow out of the very body of all surprising terrible events,--as the
smitten tree gives birth to its fungi; but, in maritime life, far more than in that of terra firma, wild rumors abound,
wherever there is any adequate reality for them to cling to. And as the sea surpasses the land in this matter, so the whale
fishery surpasses every other sort of maritime life, in the wonderfulness and fearfulness of the rumors which sometimes
circulate there. For not only are whalemen as a body unexempt from that ignorance and superstitiousness hereditary to all
sailors; but of all sailors, they are by all odds the most directly brought into contact with whatever is appallingly
astonishing in the sea; face to face they not only eye its greatest marvels, but, hand to jaw, give battle to them. Alone, in
such remotest waters, that though you sailed a thousand miles, and passed a thousand shores, you would not come to any
chiseled hearth-stone, or aught hospitable beneath that part of the sun; in such latitudes and longitudes, pursuing too such
a calling as he does, the whaleman is wrapped by influences all tending to make his fancy pregnant with many a mighty birth.

No wonder, then, that ever gathering volume from the mere transit over the widest watery spaces, the outblown rumors of the
White Whale did in the end incorporate with themselves all manner of morbid hints, and half-formed foetal suggestions of
supernatural agencies, which eventually invested Moby Dick with new terrors unborrowed from anything that visibly appears.
""",
    "Moby-Dick, chapter 60, The Line": """\
With reference to the whaling scene shortly to be described, as well as for the better understanding of all similar scenes
elsewhere presented, I have here to speak of the magical, sometimes horrible whale-line.

The line originally used in the fishery was of the best hemp, slightly vapoured with tar, not impregnated with it, as in the
case of ordinary ropes; for while tar, as ordinarily used, makes the hemp more pliable to the rope-maker, and also renders
the rope itself more convenient to the sailor for common ship use; yet, not only would the ordinary quantity too much stiffen
the whale-line for the close coiling to which it must be subjected; but as most seamen are beginning to learn, tar in general
by no means adds to the rope's durability or strength, however much it may give it compactness and gloss.

Of late years the Manilla rope has in the American fishery almost entirely superseded hemp as a material for whale-lines;
for, though not so durable as hemp, it is stronger, and far more soft and elastic; and I will add (since there is an
aesthetics in all things), is much more handsome and becoming to the boat, than hemp. Hemp is a dusky, dark fellow, a sort of
Indian; but Manilla is as a golden-haired Circassian to behold.

The whale-line is only two-thirds of an inch in thickness. At first sight, you would not think it so strong as it really is.
By experiment its one and fifty yarns will each suspend a weight of one hundred and twenty pounds; so that the whole rope
will bear a strain nearly equal to three tons. In length, the common sperm whale-line measures something over two hundred
fathoms. Towards the stern of the boat it is spirally coiled away in the tub, not like the worm-pipe of a still though, but
so as to form one round, cheese-shaped mass of densely bedded "sheaves," or layers of concentric spiralizations, without any
hollow but the "heart," or minute vertical tube formed at the axis of the cheese. As the least tangle or kink in the coiling
would, in running out, infallibly take somebody's arm, leg, or entire body off, the utmost precaution is used in stowing the
line in its tub. Some harpooneers will consume almost an entire morning in this business, carrying the line high aloft and
then reeving it downwards through a block towards the tub, so as in the act of coiling to free it from all possible wrinkles
and twists.

In the English boats two tubs are used instead of one; the same line being continuously coiled in both tubs. There is some
advantage in this; because these twin-tubs being so small they fit more readily into the boat, and do not strain it so much;
whereas, the American tub, nearly three feet in diameter and of proportionate depth, makes a rather bulky freight for a craft
whose planks are but one half-inch in thickness; for the bottom of the whale-boat is like critical ice, which will bear up a
considerable distributed weight, but not very much of a concentrated one. When the painted canvas cover is clapped on the
American line-tub, the boat looks as if it were pulling off with a prodigious great wedding-cake to present to the whales.

Both ends of the line are exposed; the lower end terminating in an eye-splice or loop coming up from the bottom against the
side of the tub, and hanging over its edge completely disengaged from everything. This arrangement of the lower end is
necessary on two accounts. First: In order to facilitate the fastening to it of an additional line from a neighboring boat,
in case the stricken whale should sound so deep as to threaten to carry off the entire line originally attached to the
harpoon. In these instances, the whale of course is shifted like a mug of ale, as it were, from the one boat to the other;
though the first boat always hovers at hand to assist its consort. Second: This arrangement is indispensable for common
safety's sake; for were the lower end of the line in any way attached to the boat, and were the whale then to run the line
out to the end almost in a single, smoking minute as he sometimes does, he would not stop there, for the doomed boat would
infallibly be dragged down after him into the profundity of the sea; and in that case no town-crier would ever find her
again.

Before lowering the boat for the chase, the upper end of the line is taken aft from the tub, and passing round the loggerhead
there, is again carried forward the entire length of the boat, resting crosswise upon the loom or handle of every man's oar,
so that it jogs against his wrist in rowing; and also passing between the men, as they alternately sit at the opposite
gunwales, to the leaded chocks or grooves in the extreme pointed prow of the boat, where a wooden pin or skewer the size of a
common quill, prevents it from slipping out.
""",
    "Moby-Dick, chapter 74, The Sperm Whale's Head": """\
Here, now, are two great whales, laying their heads together; let us join them, and lay together our own.

Of the grand order of folio leviathans, the Sperm Whale and the Right Whale are by far the most noteworthy. They are the only
whales regularly hunted by man. To the Nantucketer, they present the two extremes of all the known varieties of the whale. As
the external difference between them is mainly observable in their heads; and as a head of each is this moment hanging from
the Pequod's side; and as we may freely go from one to the other, by merely stepping across the deck:--where, I should like
to know, will you obtain a better chance to study practical cetology than here?

In the first place, you are struck by the general contrast between these heads. Both are massive enough in all conscience;
but there is a certain mathematical symmetry in the Sperm Whale's which the Right Whale's sadly lacks. There is more
character in the Sperm Whale's head. As you behold it, you involuntarily yield the immense superiority to him, in point of
pervading dignity. In the present instance, too, this dignity is heightened by the pepper and salt colour of his head at the
summit, giving token of advanced age and large experience. In short, he is what the fishermen technically call a "grey-headed
whale."

Let us now note what is least dissimilar in these heads--namely, the two most important organs, the eye and the ear. Far back
on the side of the head, and low down, near the angle of either whale's jaw, if you narrowly search, you will at last see a
lashless eye, which you would fancy to be a young colt's eye; so out of all proportion is it to the magnitude of the head.

Now, from this peculiar sideway position of the whale's eyes, it is plain that he can never see an object which is exactly
ahead, no more than he can one exactly astern. In a word, the position of the whale's eyes corresponds to that of a man's
ears; and you may fancy, for yourself, how it would fare with you, did you sideways survey objects through your ears. You
would find that you could only command some thirty degrees of vision in advance of the straight side-line of sight; and about
thirty more behind it. If your bitterest foe were walking straight towards you, with dagger uplifted in broad day, you would
not be able to see him, any more than if he were stealing upon you from behind. In a word, you would have two backs, so to
speak; but, at the same time, also, two fronts (side fronts): for what is it that makes the front of a man--what, indeed, but
his eyes?

Moreover, while in most other animals that I can now think of, the eyes are so planted as imperceptibly to blend their visual
power, so as to produce one picture and not two to the brain; the peculiar position of the whale's eyes, effectually divided
as they are by many cubic feet of solid head, which towers between them like a great mountain separating two lakes in
valleys; this, of course, must wholly separate the impressions which each independent organ imparts. The whale, therefore,
must see one distinct picture on this side, and another distinct picture on that side; while all between must be profound
darkness and nothingness to him. Man may, in effect, be said to look out on the world from a sentry-box with two joined
sashes for his window. But with the whale, these two sashes are separately inserted, making two distinct windows, but sadly
impairing the view. This peculiarity of the whale's eyes is a thing always to be borne in mind in the fishery; and to be
remembered by the reader in some subsequent scenes.

A curious and most puzzling question might be started concerning this visual matter as touching the Leviathan. But I must be
content with a hint. So long as a man's eyes are open in the light, the act of seeing is involuntary; that is, he cannot then
help mechanically seeing whatever objects are before him. Nevertheless, any one's experience will teach him, that though he
can take in an undiscriminating sweep of things at one glance, it is quite impossible for him, attentively, and completely,
to examine any two things--however large or however small--at one and the same instant of time; never mind if they lie side
by side and touch each other. But if you now come to separate these two objects, and surround each by a circle of profound
darkness; then, in order to see one of them, in such a manner as to bring your mind to bear on it, the other will be utterly
excluded from your contemporary consciousness. How is it, then, with the whale? True, both his eyes, in themselves, must
simultaneously act; but is his brain so much more comprehensive, combining, and subtle than man's, that he can at the same
moment of time attentively examine two distinct prospects, one on one side of him, and the other in an exactly opposite
direction?
""",
    "Moby-Dick, chapter 85, The Fountain": """\
That for six thousand years--and no one knows how many millions of ages before--the great whales should have been spouting
all over the sea, and sprinkling and mistifying the gardens of the deep, as with so many sprinkling or mistifying pots; and
that for some centuries back, thousands of hunters should have been close by the fountain of the whale, watching these
sprinklings and spoutings--that all this should be, and yet, that down to this blessed minute (fifteen and a quarter minutes
past one o'clock P.M. of this sixteenth day of December, A.D. 1851), it should still remain a problem, whether these
spoutings are, after all, really water, or nothing but vapour--this is surely a noteworthy thing.

Let us, then, look at this matter, along with some interesting items contingent. Every one knows that by the peculiar cunning
of their gills, the finny tribes in general breathe the air which at all times is combined with the element in which they
swim; hence, a herring or a cod might live a century, and never once raise its head above the surface. But owing to his
marked internal structure which gives him regular lungs, like a human being's, the whale can only live by inhaling the
disengaged air in the open atmosphere. Wherefore the necessity for his periodical visits to the upper world. But he cannot in
any degree breathe through his mouth, for, in his ordinary attitude, the Sperm Whale's mouth is buried at least eight feet
beneath the surface; and what is still more, his windpipe has no connexion with his mouth. No, he breathes through his
spiracle alone; and this is on the top of his head.

If I say, that in any creature breathing is only a function indispensable to vitality, inasmuch as it withdraws from the air
a certain element, which being subsequently brought into contact with the blood imparts to the blood its vivifying principle,
I do not think I shall err; though I may possibly use some superfluous scientific words. Assume it, and it follows that if
all the blood in a man could be aerated with one breath, he might then seal up his nostrils and not fetch another for a
considerable time. That is to say, he would then live without breathing. Anomalous as it may seem, this is precisely the case
with the whale, who systematically lives, by intervals, his full hour and more (when at the bottom) without drawing a single
breath, or so much as in any way inhaling a particle of air; for, remember, he has no gills. How is this? Between his ribs
and on each side of his spine he is supplied with a remarkable involved Cretan labyrinth of vermicelli-like vessels, which
vessels, when he quits the surface, are completely distended with oxygenated blood. So that for an hour or more, a thousand
fathoms in the sea, he carries a surplus stock of vitality in him, just as the camel crossing the waterless desert carries a
surplus supply of drink for future use in its four supplementary stomachs. The anatomical fact of this labyrinth is
indisputable; and that the supposition founded upon it is reasonable and true, seems the more cogent to me, when I consider
the otherwise inexplicable obstinacy of that leviathan in HAVING HIS SPOUTINGS OUT, as the fishermen phrase it. This is what
I mean. If unmolested, upon rising to the surface, the Sperm Whale will continue there for a period of time exactly uniform
with all his other unmolested risings. Say he stays eleven minutes, and jets seventy times, that is, respires seventy
breaths; then whenever he rises again, he will be sure to have his seventy breaths over again, to a minute. Now, if after he
fetches a few breaths you alarm him, so that he sounds, he will be always dodging up again to make good his regular allowance
of air. And not till those seventy breaths are told, will he finally go down to stay out his full term below. Remark,
however, that in different individuals these rates are different; but in any one they are alike. Now, why should the whale
thus insist upon having his spoutings out, unless it be to replenish his reservoir of air, ere descending for good? How
obvious is it, too, that this necessity for the whale's rising exposes him to all the fatal hazards of the chase. For not by
hook or by net could this vast leviathan be caught, when sailing a thousand fathoms beneath the sunlight. Not so much thy
skill, then, O hunter, as the great necessities that strike the victory to thee!

In man, breathing is incessantly going on--one breath only serving for two or three pulsations; so that whatever other
business he has to attend to, waking or sleeping, breathe he must, or die he will.
""",
}
