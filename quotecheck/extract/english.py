"""What English reporting clauses are made of: verbs of speech, titles, and the words around them.

The verbs are those that grammars and style guides list as reporting verbs (Quirk et al., A Comprehensive Grammar of
the English Language, 14.28-30), in every form in which they introduce speech.
"""

from __future__ import annotations

from functools import cache

_REGULAR = """
accuse acknowledge add admit*t advise affirm allege amplify announce answer appeal argue ask assert assess assure
attest aver*r bellow bemoan blast boast brag*g call caution challenge chant characterise characterize charge
chime claim clarify coin comment complain concede conclude condemn confess confide confirm contend continue counter
criticise criticize cry declare decry defend demand denounce deny describe dismiss disclose dub*b echo elaborate
emphasise emphasize enthuse estimate exclaim explain express fume hint hail implore inform inquire insist interject
interrupt joke justify label lament lash maintain mention mock murmur muse mutter note object observe opine order
phrase plead pledge point post praise preach predict proclaim promise propose protest question quip*p quote rant react
reaffirm reason reassure recall recount refer*r reiterate remark remind repeat reply report request respond retort
reveal scoff scream shout slam*m snap*p sneer sniff state stress suggest summarise summarize surmise sigh tease testify
thank threaten thunder tweet retweet urge utter vent voice volunteer vow wail warn whisper wonder yell brand term
""".split()
_IRREGULAR = {
    "say": "says said saying",
    "tell": "tells told telling",
    "write": "writes wrote written writing",
    "go on": "went",
    "swear": "swears swore swearing",
    "put": "put",
    "read": "read reads reading",
    "foretell": "foretold",
    "begin": "began",
    "hit back": "hit",
    "speak": "spoke",
    "quote": "quoted quoting",
    "beg": "begs begged begging",
}
BASE_FORMS = frozenset("say tell warn add insist argue ask write call describe claim declare announce state explain".split())
"""Plain forms that introduce speech after "to", "would", "did": the others are nouns as often as not."""

WEAK = frozenset("went put read reads reading began hit spoke point pointed appeal challenge defend".split())
"""Verbs of speech only with a colon behind them, or a comma before a quotation."""

NOUNS = frozenset(
    "answers appeals asks boasts brands calls challenges charges claims comments cries demands estimates hints jokes labels "
    "laments mentions notes objects orders phrases pledges points posts promises proposals protests questions quips quotes "
    "reads reasons remarks replies reports requests retorts screams shouts sighs states sneers stresses terms "
    "tweets vents voices vows whispers wonders yells comment".split()
)
"""Forms that are plural nouns as often as verbs: they count only right after a name, a pronoun or an adverb."""

NAMING = frozenset("called dubbed labeled labelled branded termed coined phrased describing calling".split())
"""Right before the marks these give a thing's name, not anybody's words."""

PRONOUNS = frozenset("he she they i we it you who".split())
AUXILIARIES = frozenset(
    "has have had is are was were be been being will would did does do could can may might must should shall".split()
)
BE = frozenset("is are was were be been being".split())
ADVERBS = frozenset(
    "also then later again once further still now even just earlier recently today yesterday repeatedly never not "
    "previously always already soon instead too ever often twice first finally meanwhile however thereafter".split()
)
PREPOSITIONS = frozenset(
    "of in at on from for to with by near during after before via through against between under over about into among "
    "since until without within inside outside around across toward towards despite amid amidst per beside beyond "
    "following regarding including like as than".split()
)
OPENERS = PREPOSITIONS | frozenset(
    "when while although though because if once speaking asked meanwhile however but and so yet still then later now "
    "earlier today yesterday instead separately addressing according also nevertheless moreover indeed".split()
)
TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december".split()
)
SUBORDINATORS = frozenset("that which because if when where while whether whose although though unless".split())
FUNCTION = frozenset(
    "the a an this that these those his her its their our my your he she it they we i you who what which when where why how "
    "there here and but or nor so yet if as in on at by for from to of with after before during while since until "
    "although though because once some many most all both each every no not one two three another other several few "
    "more such then now later today yesterday meanwhile however according also still even only just asked speaking "
    "earlier instead among amid despite under over about into against between near via per like than".split()
)
PARTICLES = frozenset(
    "de del della di da dos das do du la las los le el al bin ibn ben abu van von der den ter ten zu zur y e i und".split()
)
TITLES = frozenset(
    "mr mrs ms miss mx dr sir dame lord lady madam rev reverend fr father sister brother rabbi imam sheikh ayatollah "
    "president vice-president vice premier prime minister chancellor governor gov mayor senator sen representative rep "
    "congressman congresswoman deputy dep secretary sec undersecretary ambassador envoy commissioner councilman "
    "councilwoman attorney general gen admiral adm colonel col major maj captain capt lieutenant lt sergeant sgt "
    "corporal commander cmdr marshal officer detective inspector sheriff chief justice judge prosecutor professor prof "
    "coach chairman chairwoman chairperson chair director spokesman spokeswoman spokesperson speaker leader dictator "
    "opposition interim acting former ex-president then-president caudillo comrade cardinal archbishop bishop "
    "monsignor republican democrat democratic foreign defense defence interior finance justice health press majority minority "
    "ceo cfo analyst economist lawyer activist journalist reporter author actor actress singer candidate dictator".split()
)
NATIONALITIES = frozenset(
    "american argentine argentinian australian austrian belgian bolivian brazilian british canadian chilean chinese "
    "colombian croatian cuban czech danish dominican dutch ecuadorian egyptian english european finnish french german greek "
    "guatemalan haitian honduran hungarian indian indonesian iranian iraqi irish israeli italian japanese jordanian korean "
    "lebanese mexican moroccan nicaraguan nigerian norwegian pakistani palestinian panamanian paraguayan peruvian philippine "
    "polish portuguese puerto rican romanian russian salvadoran saudi scottish serbian slovak spanish swedish swiss syrian "
    "turkish ukrainian uruguayan venezuelan vietnamese welsh u.s us uk u.k eu".split()
)
ORGANISATIONS = frozenset(
    "administration government regime ministry campaign team family office army police party embassy department "
    "agency company group union council committee court newspaper network coalition foundation institute movement "
    "club league church parliament congress senate mission delegation organization organisation network channel".split()
)
"""Nouns that, behind a name, make it the name of a body: the Trump administration."""

ROLES = frozenset(
    "activists advisers advisors advocates aides analysts authorities campaigners citizens commentators congressmen critics "
    "democrats detectives diplomats doctors economists emergency experts families fans farmers firefighters government "
    "historians inspectors investigators journalists judges lawmakers lawyers leaders legislators locals medics migrants "
    "ministers neighbors neighbours nobody observers officers officials opponents organizers parents "
    "pilots players police politicians pollsters prosecutors protesters readers relatives reporters republicans rescuers "
    "researchers residents scientists senators soldiers somebody someone sources spectators spokesmen students supporters "
    "survivors teachers troops users victims viewers villagers voters witnesses women men people everyone workers "
    "yes no oh well please".split()
)
"""Words that open a sentence in a capital and are nobody's name."""


def _forms(base: str) -> list[str]:
    base, _, doubled = base.partition("*")
    stem = base + doubled
    if base.endswith("e"):
        return [base + "s", base + "d", base[:-1] + "ing"]
    if base.endswith("y") and base[-2] not in "aeiou":
        return [base[:-1] + "ies", base[:-1] + "ied", base + "ing"]
    if base.endswith(("s", "sh", "ch", "x")):
        return [base + "es", base + "ed", base + "ing"]
    extra = [base + base[-1] + "ed", base + base[-1] + "ing"] if base.endswith("l") else []
    return [base + "s", stem + "ed", stem + "ing", *extra]


@cache
def cues() -> frozenset[str]:
    """Every form of every reporting verb, in lower case."""
    found = {form for base in _REGULAR for form in _forms(base)}
    for forms in _IRREGULAR.values():
        found.update(forms.split())
    return frozenset(found | BASE_FORMS)
