"""OGG/Opus and whatever else a phone records, to and from plain samples; runs in the child."""

import io
from collections.abc import Iterator
from fractions import Fraction
from itertools import chain

import av
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler
from av.error import FFmpegError

from bot.notes.models import LONGEST_S, RATE, BrokenAudioError, TooLongError

_OPUS_RATE = 48_000  # Hz; Opus knows no 44.1 kHz
_OPUS_BITS = 32_000  # a second; speech sounds the same with more
_SAMPLE_BYTES = 2


def decode(recording: bytes) -> bytes:
    """Return 16 kHz samples of a recording in any container that FFmpeg reads.

    Raises ``BrokenAudioError``, or ``TooLongError`` as soon as more than ``LONGEST_S`` came out.
    """
    parts, length = [], 0
    try:
        with av.open(io.BytesIO(recording), "r", metadata_errors="ignore") as container:
            if not container.streams.audio:
                raise BrokenAudioError
            resampler = AudioResampler("s16", "mono", RATE)
            for frame in chain(container.decode(audio=0), (None,)):
                for part in resampler.resample(frame):
                    parts.append(_samples(part))
                    length += part.samples
                    if length > LONGEST_S * RATE:
                        raise TooLongError
    except (FFmpegError, ValueError, EOFError, IndexError) as error:
        raise BrokenAudioError from error
    if not length:
        raise BrokenAudioError
    return b"".join(parts)


def encode(samples: bytes, rate: int) -> bytes:
    """Return 16-bit mono samples as OGG/Opus, one channel at 48 kHz."""
    out = io.BytesIO()
    with av.open(out, "w", format="ogg") as container:
        stream = container.add_stream("libopus", rate=_OPUS_RATE, layout="mono")
        stream.bit_rate = _OPUS_BITS
        resampler = AudioResampler("s16", "mono", _OPUS_RATE, frame_size=_OPUS_RATE // 50)
        for frame in chain(_frames(samples, rate), (None,)):
            for part in resampler.resample(frame):
                container.mux(stream.encode(part))
        container.mux(stream.encode(None))
    return out.getvalue()


def _frames(samples: bytes, rate: int) -> Iterator[AudioFrame]:
    step = rate // 10 * _SAMPLE_BYTES
    for at in range(0, len(samples), step):
        part = samples[at : at + step]
        frame = AudioFrame("s16", "mono", len(part) // _SAMPLE_BYTES)
        frame.planes[0].update(part.ljust(frame.planes[0].buffer_size, b"\0"))
        frame.sample_rate, frame.pts = rate, at // _SAMPLE_BYTES
        frame.time_base = Fraction(1, rate)
        yield frame


def _samples(frame: AudioFrame) -> bytes:
    return bytes(frame.planes[0])[: frame.samples * _SAMPLE_BYTES]
