"""A machine's voice for trials: espeak-ng, where it is installed. It has no Khmer voice."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

PROGRAM = "espeak-ng"
VOICES = {"en": "en-us", "es": "es-419"}
WORDS_A_MINUTE = 140
SLOWEST_S = 60


def has_espeak() -> bool:
    """Whether the program is installed."""
    return shutil.which(PROGRAM) is not None


class Espeak:
    """Reads aloud with espeak-ng (an adapter of `app.narration.Speaker`)."""

    def speaks(self, language: str) -> bool:
        """Whether it has a voice for this language that people can follow."""
        return language.split("-", maxsplit=1)[0] in VOICES

    def speak(self, text: str, language: str) -> bytes:
        """The text, read aloud, as a sound file; empty where it could not."""
        program = shutil.which(PROGRAM)
        if program is None:
            raise FileNotFoundError(PROGRAM)
        voice = VOICES[language.split("-", maxsplit=1)[0]]
        with TemporaryDirectory(prefix="thinkcoop-voice-") as folder:
            out = Path(folder) / "said.wav"
            command = [program, "-v", voice, "-s", str(WORDS_A_MINUTE), "-w", str(out), "--stdin"]
            try:
                subprocess.run(command, input=text.encode(), check=True, timeout=SLOWEST_S)  # noqa: S603 - a program named here, and the text goes in by its stdin
            except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
                return b""
            return out.read_bytes()
