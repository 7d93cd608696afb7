"""A Whisper model of a few kilobytes with random weights, in the library's own format.

It understands nothing, but it is loaded, asked and decoded like any other: what the adapter calls,
with which arguments and in which shapes, is tried against the real library without a download.
"""

from pathlib import Path

import numpy
from ctranslate2.specs import common_spec, whisper_spec
from tokenizers import Tokenizer, decoders, models, pre_tokenizers

WIDTH, MELS, FRAMES, TEXT = 64, 80, 1500, 448
_TASKS = ("translate", "transcribe", "startoflm", "startofprev", "nospeech", "notimestamps")
_LANGUAGES = ("en", "de", "fr", "es", "it")


def make_model(folder: Path) -> None:
    """Write the model; the same one every time."""
    tokens = _tokens()
    spec = whisper_spec.WhisperSpec(1, 1, 1, 1)
    dice = numpy.random.default_rng(7)

    def weights(*shape: int) -> numpy.ndarray:
        return dice.normal(0, 0.1, shape).astype(numpy.float32)

    def linear(layer: common_spec.LinearSpec, outputs: int, inputs: int) -> None:
        layer.weight, layer.bias = weights(outputs, inputs), weights(outputs)

    def norm(layer: common_spec.LayerNormSpec) -> None:
        layer.gamma, layer.beta = weights(WIDTH) + 1, weights(WIDTH)

    def attention(layer, *outputs: int) -> None:
        norm(layer.layer_norm)
        for part, size in zip(layer.linear, outputs, strict=True):
            linear(part, size, WIDTH)

    def feed(layer) -> None:
        norm(layer.layer_norm)
        linear(layer.linear_0, 4 * WIDTH, WIDTH)
        linear(layer.linear_1, WIDTH, 4 * WIDTH)

    heard, said = spec.encoder, spec.decoder
    heard.conv1.weight, heard.conv1.bias = weights(WIDTH, MELS, 3), weights(WIDTH)
    heard.conv2.weight, heard.conv2.bias = weights(WIDTH, WIDTH, 3), weights(WIDTH)
    heard.position_encodings.encodings = weights(FRAMES, WIDTH)
    said.embeddings.weight = weights(len(tokens), WIDTH)
    said.position_encodings.encodings = weights(TEXT, WIDTH)
    linear(said.projection, len(tokens), WIDTH)
    for half in (heard, said):
        norm(half.layer_norm)
        attention(half.layer[0].self_attention, 3 * WIDTH, WIDTH)
        feed(half.layer[0].ffn)
    attention(said.layer[0].attention, WIDTH, 2 * WIDTH, WIDTH)
    _configure(spec, tokens)
    spec.validate()
    spec.save(str(folder))
    _save_tokenizer(folder, tokens)


def _configure(spec: whisper_spec.WhisperSpec, tokens: list[str]) -> None:
    spec.register_vocabulary(tokens)
    spec.config.lang_ids = [tokens.index(f"<|{it}|>") for it in _LANGUAGES]
    spec.config.alignment_heads = [(0, 0)]
    spec.config.suppress_ids = []
    spec.config.suppress_ids_begin = [tokens.index("<|endoftext|>")]


def _tokens() -> list[str]:
    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    names = ("endoftext", "startoftranscript", *_LANGUAGES, *_TASKS)
    times = [f"<|{step * 0.02:.2f}|>" for step in range(1501)]
    return [*alphabet, *(f"<|{name}|>" for name in names), *times]


def _save_tokenizer(folder: Path, tokens: list[str]) -> None:
    letters = {token: at for at, token in enumerate(tokens) if len(token) == 1}
    tokenizer = Tokenizer(models.BPE(vocab=letters, merges=[]))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.add_special_tokens([token for token in tokens if len(token) > 1])
    tokenizer.save(str(folder / "tokenizer.json"))
