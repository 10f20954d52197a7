#!/usr/bin/python3
"""Turns pypinyin's dictionaries into the one file that the Mandarin voice reads.

    scripts/readings.py pypinyin-0.55.0-py2.py3-none-any.whl readings.bin

Standard library only. The same wheel gives the same bytes. `ReadingTable.swift` is the reader.

Layout, little endian:
    "BVRD"  u32 version  u32 syllables  u32 characters  u32 phrases  u32 phrase units
    syllables    8 bytes each: ASCII with a tone digit, zero padded, sorted
    characters   u32 scalar each, sorted
    readings     u16 each: syllable number of the character at the same place
    offsets      u32 each: first unit of a phrase, sorted by the phrase's characters
    phrase units u16: length (+ 0x100 when readings follow), characters, [syllable numbers]
Readings follow only where a phrase is not read like its characters one by one.
"""
import json
import os
import struct
import sys
import unicodedata
import zipfile

VERSION = 1
MARKS = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}
MIN_CHARACTERS, MIN_PHRASES = 40_000, 40_000
MAX_PHRASE = 12


def syllable(marked):
    """'lǜ' -> 'lv4', 'de' -> 'de5', 'ḿ' -> 'm2'."""
    tone, letters = "5", ""
    for char in unicodedata.normalize("NFD", marked.strip().lower()):
        if char in MARKS:
            tone = MARKS[char]
        elif char == "\u0308":
            letters = letters[:-1] + "v"
        elif char == "\u0302":
            pass
        elif "a" <= char <= "z":
            letters += char
        else:
            raise ValueError(f"not pinyin: {marked!r}")
    if not letters or len(letters) > 6:
        raise ValueError(f"not pinyin: {marked!r}")
    return letters + tone


def is_han(char):
    return "\u3400" <= char <= "\u9fff" or char == "〇"


def citation(phrase, readings):
    """The tones before sandhi: the dictionary spells some 一 and 不 as they sound."""
    plain = {"一": "yi1", "不": "bu4"}
    sounds = {"一": ("yi2", "yi4"), "不": ("bu2",)}
    return [plain[c] if r in sounds.get(c, ()) else r for c, r in zip(phrase, readings)]


def characters_of(raw):
    table = {}
    for scalar, readings in raw.items():
        table[chr(int(scalar))] = syllable(readings.split(",")[0])
    return table


def phrases_of(raw, characters):
    table = {}
    for phrase, columns in raw.items():
        if not all(map(is_han, phrase)) or not 2 <= len(phrase) <= MAX_PHRASE:
            continue
        if len(columns) != len(phrase):
            continue
        readings = citation(phrase, [syllable(column[0]) for column in columns])
        default = [characters.get(char) for char in phrase]
        table[phrase] = None if readings == default else readings
    return table


def packed(characters, phrases):
    used = set(characters.values())
    used.update(s for readings in phrases.values() if readings for s in readings)
    syllables = sorted(used)
    number = {s: i for i, s in enumerate(syllables)}
    units, offsets = [], []
    for phrase in sorted(phrases):
        offsets.append(len(units))
        readings = phrases[phrase]
        units.append(len(phrase) | (0x100 if readings else 0))
        units.extend(map(ord, phrase))
        units.extend(number[s] for s in readings or ())
    scalars = sorted(characters)
    head = b"BVRD" + struct.pack(
        "<5I", VERSION, len(syllables), len(scalars), len(phrases), len(units))
    return b"".join([
        head,
        b"".join(s.encode("ascii").ljust(8, b"\0") for s in syllables),
        struct.pack(f"<{len(scalars)}I", *map(ord, scalars)),
        struct.pack(f"<{len(scalars)}H", *(number[characters[c]] for c in scalars)),
        struct.pack(f"<{len(offsets)}I", *offsets),
        struct.pack(f"<{len(units)}H", *units),
    ])


def main(arguments):
    if len(arguments) != 3:
        sys.exit("usage: readings.py PYPINYIN.whl OUT")
    try:
        with zipfile.ZipFile(arguments[1]) as wheel:
            characters = characters_of(json.loads(wheel.read("pypinyin/pinyin_dict.json")))
            phrases = phrases_of(json.loads(wheel.read("pypinyin/phrases_dict.json")), characters)
    except (OSError, zipfile.BadZipFile, KeyError, ValueError) as error:
        sys.exit(f"{arguments[1]}: no pypinyin wheel that can be read ({error})")
    if len(characters) < MIN_CHARACTERS or len(phrases) < MIN_PHRASES:
        sys.exit(f"{arguments[1]}: only {len(characters)} characters and {len(phrases)} phrases; "
                 "is this the pinned pypinyin wheel?")
    data = packed(characters, phrases)
    partial = arguments[2] + ".partial"
    with open(partial, "wb") as out:
        out.write(data)
    os.replace(partial, arguments[2])
    print(f"{arguments[2]}: {len(characters)} characters, {len(phrases)} phrases, "
          f"{len(data) / 1e6:.2f} MB")


if __name__ == "__main__":
    main(sys.argv)
