"""Text to intent: an order is certain only if the grammar, or the concepts, explain all of it."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache

from intents import prepared
from intents.asides import WITH_ASIDES, Read, asides_of
from intents.catalogue import Catalogue, load_catalogue
from intents.followups import follow_up
from intents.language import SPOKEN_LANGUAGES, Language, Languages
from intents.models import Certainty, Context, Intent, Recognition, Risk
from intents.normalise import words_written
from intents.readings import Meanings, Readings, distinct
from intents.resemblance import clear_question, resembling, unsure
from intents.slots import TIMES, out_of_range
from intents.stories import Told
from intents.text import Text

MAX_CHARACTERS = 300
"""Nobody says more than this to a car; longer texts are unknown at once."""

_MAX_WORDS = 45
_WORDS_IN_PARTS = 100  # of all the parts of a text that are read by themselves
_FALLBACK_LANGUAGE = "en"
_CHATTER = frozenset({"thanks_smalltalk", "help", "cancel", "menu"})  # said beside other things
_UNKNOWN = Recognition(certainty=Certainty.UNKNOWN)


class Recogniser:
    """Reads texts in several languages; holds no state between texts."""

    def __init__(
        self, catalogue: Catalogue, languages: Languages, *, has_time: bool = True
    ) -> None:
        """Take at least one language; without time none is compiled just to try it."""
        self._catalogue = catalogue
        self._languages = languages
        self._has_time = has_time

    @classmethod
    def load(
        cls,
        languages: Sequence[str] = SPOKEN_LANGUAGES,
        *,
        has_time: bool = True,
        without: Collection[str] = (),
    ) -> "Recogniser":
        """Read the catalogue; the sentences of a language are loaded when it is first spoken.

        ``without``: rounds of examples to learn nothing from, so that they can be a test.
        """
        catalogue = load_catalogue()
        return cls(catalogue, Languages(languages, catalogue, without=without), has_time=has_time)

    def is_loaded(self, language: str) -> bool:
        """Return whether a text in a language can be read at once."""
        return self._languages.is_loaded(self._code(language))

    def load_language(self, language: str) -> None:
        """Load a language now; takes seconds if it was never compiled."""
        asides_of(self._language(language).code)

    def is_kept(self) -> bool:
        """Return whether all languages are kept as compiled, so that loading them takes no time."""
        return all(map(prepared.is_kept, self._languages))

    def prepare(self) -> None:
        """Load all languages now: what nobody understands is tried in each of them."""
        for code in self._languages:
            self.load_language(code)

    def recognise(
        self, text: str, language: str, context: Context, *, may_guess: bool = True
    ) -> Recognition:
        """Return what a text means; ``language`` is a code such as "de" or "en-GB".

        Unless it ``may_guess``, what the grammar does not read is unknown.
        """
        if len(text) > MAX_CHARACTERS:
            return _UNKNOWN
        spoken = self._language(language)
        said = spoken.normaliser.normalise(text)
        readings = Readings(self._catalogue, spoken, context)
        is_readable = 0 < len(said.tokens) <= _MAX_WORDS
        read = self._recognised(spoken, readings, said, context) if is_readable else _UNKNOWN
        is_guess = read is None
        if read is None:
            read = self._guessed(spoken, readings, said, context) if may_guess else _UNKNOWN
        is_clear = read.certainty in {Certainty.CERTAIN, Certainty.OUT_OF_RANGE} and not is_guess
        is_whole = is_clear or said.is_quoted
        may_have_asides = _may_have_asides(read)
        if is_whole and not may_have_asides:
            return read

        words_left = _WORDS_IN_PARTS

        @cache
        def understood(rest: str) -> Recognition:
            nonlocal words_left
            words_left -= len(rest.split())
            return _UNKNOWN if words_left < 0 else self._understood(spoken, readings, rest)

        if may_have_asides:
            asides = asides_of(spoken.code)
            whole = readings.reading(said.words)

            def has_time() -> bool:
                return whole.has_part(TIMES)

            if asides and (beside := asides.read(text, understood, has_time, spoken.is_time)):
                return beside
        if is_whole:
            return read
        return self._beside_stories(text, spoken, read, understood)

    def _beside_stories(
        self, text: str, language: Language, read: Recognition, understood: Read
    ) -> Recognition:
        """Return what is meant if the rest of the text only tells why, or the best to suggest.

        A question is answered whatever is told beside it, unless that is a wish too. One that was
        only guessed gives way to an order.
        """
        stories = language.stories
        if stories is None:
            return read
        found: list[Intent] = []
        likely = read.suggestions or ((read.intent,) if read.intent else ())
        best = likely[0].name if likely else None
        may_ask = best is None or self._catalogue[best].risk is Risk.QUERY
        for told in stories.read(text, understood, may_ask=may_ask):
            is_question = self._catalogue[told.intent.name].risk is Risk.QUERY
            if told.intent.name in _CHATTER or (read.is_certain and is_question):
                continue
            if told.are_stories or self._is_lone_question(told, best, understood):
                return told.read
            found.append(told.intent)
        return unsure([*found, *likely]) if found and not read.is_certain else read

    def _is_lone_question(self, told: Told, best: str | None, understood: Read) -> bool:
        """Return True if a question is what the whole text is like, and there is no other wish."""
        name = told.intent.name
        if not told.is_apart or best not in {name, None}:
            return False
        is_question = self._catalogue[name].risk is Risk.QUERY
        return is_question and not any(understood(other).intent for other in told.others)

    def _understood(self, spoken: Language, readings: Readings, text: str) -> Recognition:
        """Return what a text certainly means by the grammar alone; nothing is guessed."""
        said = spoken.normaliser.normalise(text)
        if not said.tokens or len(said.tokens) > _MAX_WORDS:
            return _UNKNOWN
        meanings = readings.by_templates(said) or readings.by_concepts(said)
        return self._judged(meanings) if meanings else _UNKNOWN

    def _recognised(
        self, spoken: Language, readings: Readings, said: Text, context: Context
    ) -> Recognition | None:
        if meanings := readings.by_templates(said):
            return self._judged(meanings)
        if followed := self._followed(spoken, readings, said, context):
            return followed
        if meanings := readings.by_concepts(said):
            return self._judged(meanings)
        return None

    def is_likely(self, text: str, language: str, spoken: str) -> bool:
        """Return whether a text may be in another language than the spoken one, by its words."""
        other = self._language(language)
        return other in _likelier((other,), self._language(spoken), text)

    def answer(
        self,
        text: str,
        language: str,
        context: Context,
        asked: Intent,
        wanted: Collection[str],
    ) -> Recognition:
        """Read a text as the answer to a question for slots of a wish; unknown if it is none.

        One of the slots ``wanted`` must be in it; what the wish had before stays.
        """
        spoken = self._language(language)
        said = spoken.normaliser.normalise(text)
        if len(text) > MAX_CHARACTERS or not said.tokens or len(said.tokens) > _MAX_WORDS:
            return _UNKNOWN
        whole = Readings(self._catalogue, spoken, context).as_answer(said, asked, wanted)
        if whole is None:
            return _UNKNOWN
        if beyond := out_of_range(self._catalogue[whole.name], whole.slots):
            return Recognition(certainty=Certainty.OUT_OF_RANGE, intent=whole, out_of_range=beyond)
        return Recognition(certainty=Certainty.CERTAIN, intent=whole)

    def suggest(self, text: str, language: str, context: Context) -> tuple[Intent, ...]:
        """Return up to three intents that a text resembles, best first; never to be acted on."""
        recognition = self.recognise(text, language, context)
        if recognition.intent is not None and not recognition.suggestions:
            return (recognition.intent,)
        return recognition.suggestions

    def _code(self, language: str) -> str:
        if language in self._languages:
            return language
        wanted = (language.replace("_", "-").partition("-")[0].lower(), _FALLBACK_LANGUAGE)
        known: str = next(code for code in (*wanted, *self._languages) if code in self._languages)
        return known

    def _language(self, code: str) -> Language:
        return self._languages[self._code(code)]

    def _judged(self, meanings: Meanings) -> Recognition:
        intents, said = meanings.intents, meanings.said
        if len(intents) > 1:
            asked = [one for one in intents if self._catalogue[one.name].risk is Risk.QUERY]
            if not (said.is_question and len(asked) == 1):
                return unsure(intents)
            intents = (asked[0],)  # "windows shut?" is no order to shut them
        intent = intents[0]
        spec = self._catalogue[intent.name]
        is_doubtful = said.is_quoted or said.is_report or (said.is_question and not spec.asked)
        if is_doubtful and spec.risk is not Risk.QUERY:
            return unsure(intents)
        if beyond := out_of_range(spec, intent.slots):
            return Recognition(certainty=Certainty.OUT_OF_RANGE, intent=intent, out_of_range=beyond)
        return Recognition(certainty=Certainty.CERTAIN, intent=intent)

    def _followed(
        self, language: Language, readings: Readings, said: Text, context: Context
    ) -> Recognition | None:
        for found in language.follow_ups.find(readings.reading(said.words)):
            followed = follow_up(found, context, self._catalogue)
            if followed is None:
                continue
            if followed.is_clear:
                return self._judged(Meanings(followed.intents, said))
            return unsure(followed.intents)
        return None

    def _guessed(
        self, language: Language, readings: Readings, said: Text, context: Context
    ) -> Recognition:
        """Several wishes, a slip of the finger, another language, or only some likeness."""
        if wishes := _wishes(language, readings, said):
            return unsure(wishes)
        if repaired := self._repaired(language, readings, said):
            return repaired
        best = resembling(self._catalogue, language, readings, said)
        if best.intents and clear_question(self._catalogue, language, readings, best, said):
            question = readings.with_period(best.intents[0], said)
            return Recognition(certainty=Certainty.CERTAIN, intent=question)
        if best.is_wish:
            return unsure(best.intents)
        found = self._in_other_languages(language, said.said, context) or best.intents
        return unsure(found) if found else _UNKNOWN

    def _repaired(self, language: Language, readings: Readings, said: Text) -> Recognition | None:
        """Return what a misspelled text means; an order only if it cannot mean another one."""
        found = language.spelling.repairs(said)
        read = [(one, readings.of(one.text)) for one in found]
        intents = distinct(intent for _, meanings in read for intent in meanings.intents)
        if not intents:
            return None
        is_query = self._catalogue[intents[0].name].risk is Risk.QUERY
        is_safe = any(one.is_safe and meanings.intents for one, meanings in read)
        if len(intents) == 1 and (is_query or (is_safe and not _has_free(intents[0]))):
            return self._judged(read[0][1] if read[0][1].intents else Meanings((intents[0],), said))
        return unsure(intents)

    def _in_other_languages(self, language: Language, text: str, context: Context) -> list[Intent]:
        others = self._languages.values() if self._has_time else self._languages.at_hand()
        for other in _likelier(others, language, text):
            said = other.normaliser.normalise(text)
            meanings = Readings(self._catalogue, other, context).by_templates(said)
            if said.tokens and meanings:
                return list(meanings.intents)
        return []


def _likelier(others: Iterable[Language], spoken: Language, text: str) -> Iterator[Language]:
    """Yield the other languages that have as many of the words of a text as the spoken one has.

    An Italian name is no reason to look for a wish in Italian.
    """
    words = words_written(text)
    least = max(1, len(words & spoken.lexicon))
    return (one for one in others if one is not spoken and len(words & one.lexicon) >= least)


def _may_have_asides(read: Recognition) -> bool:
    """Return True unless a text certainly means, or is clearly more like, something else."""
    if read.intent is None:
        return True
    if read.intent.name in WITH_ASIDES:
        return True
    return any(intent.name in WITH_ASIDES for intent in read.suggestions)


def _has_free(intent: Intent) -> bool:
    """Return True if a slot is what the person wrote, which may be the misspelled word."""
    return not intent.slots.keys().isdisjoint(("name", "place"))


def _wishes(language: Language, readings: Readings, said: Text) -> list[Intent]:
    """Return the wishes of a sentence that joins several; none unless each part is one."""
    joiners = language.normaliser.joiners
    joints = [at for at, word in enumerate(said.words) if word in joiners]
    for joint in joints:
        parts = [said.part(0, joint), said.part(joint + 1, len(said.tokens))]
        meanings: list[Intent] = []
        for part in parts:
            read = readings.of(part)
            if not read.intents:
                break
            meanings += read.intents
        else:
            return distinct(meanings)
    return []
