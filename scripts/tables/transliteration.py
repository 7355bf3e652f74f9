#!/usr/bin/env python3
"""Writes src/match/tables/transliteration.cc: letters that have no decomposition into Latin ones,
in Latin letters, and the digits of other scripts in ASCII.

Sources: Latin letters by common practice of their languages; Cyrillic by BGN/PCGN 1947 (Russian,
simplified) and the national systems of the other languages; Greek by ISO 843 / ELOT 743; Armenian
by BGN/PCGN 1981; Georgian by the national system of 2002; kana by Hepburn. The pairs are compiled
for this project. Digits: the decimal digits (Nd) of the Unicode Character Database. All letters are lower case and without marks, as folding leaves them.
"""

import sys
import unicodedata

from table_text import fold, write_table

LATIN = "æ ae ð d ø o þ th đ d ħ h ı i ł l ŋ n œ oe ŧ t ə e ɓ b ɗ d ƙ k ƴ y ɨ i ʉ u ɛ e ɔ o ǝ e ɣ g ɩ i ʋ v ɖ d"
# Marks that stand for a glottal stop or a soft sign in names: Hawaiian, Arabic, Ukrainian.
SILENT = "ʻ ʼ ʾ ʿ ʹ ʺ ъ ь"
GREEK = (
    "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r ς s σ s τ t υ y φ f χ ch "
    "ψ ps ω o"
)
CYRILLIC = (
    "а a б b в v г g д d е e ж zh з z и i й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts "
    "ч ch ш sh щ shch ы y э e ю yu я ya ђ d є ye ѕ dz і i ј j љ lj њ nj ћ c џ dz ґ g ғ gh қ q ң ng "
    "ү u ұ u һ h ә a ө o ҳ h ҷ j ҹ j ӣ i ӯ u ѣ e ѳ f ѵ i"
)
ARMENIAN = (
    "ա a բ b գ g դ d ե e զ z է e ը y թ t ժ zh ի i լ l խ kh ծ ts կ k հ h ձ dz ղ gh ճ ch մ m յ y ն n "
    "շ sh ո o չ ch պ p ջ j ռ r ս s վ v տ t ր r ց ts ւ u փ p ք k օ o ֆ f"
)
GEORGIAN = (
    "ა a ბ b გ g დ d ე e ვ v ზ z თ t ი i კ k ლ l მ m ნ n ო o პ p ჟ zh რ r ს s ტ t უ u ფ p ქ k ღ gh "
    "ყ q შ sh ჩ ch ც ts ძ dz წ ts ჭ ch ხ kh ჯ j ჰ h"
)
HIRAGANA = (
    "ぁ a あ a ぃ i い i ぅ u う u ぇ e え e ぉ o お o か ka が ga き ki ぎ gi く ku ぐ gu け ke げ ge こ ko "
    "ご go さ sa ざ za し shi じ ji す su ず zu せ se ぜ ze そ so ぞ zo た ta だ da ち chi ぢ ji つ tsu づ zu "
    "て te で de と to ど do な na に ni ぬ nu ね ne の no は ha ば ba ぱ pa ひ hi び bi ぴ pi ふ fu ぶ bu "
    "ぷ pu へ he べ be ぺ pe ほ ho ぼ bo ぽ po ま ma み mi む mu め me も mo ゃ ya や ya ゅ yu ゆ yu ょ yo "
    "よ yo ら ra り ri る ru れ re ろ ro わ wa ゐ i ゑ e を o ん n ゔ vu"
)
KATAKANA_FROM_HIRAGANA = 0x60
KATAKANA_SILENT = "ッ っ ー"


def pairs(text: str) -> dict[str, str]:
    words = text.split()
    return dict(zip(words[::2], words[1::2]))


def main() -> None:
    table = {letter: "" for letter in (SILENT + " " + KATAKANA_SILENT).split()}
    for script in (LATIN, GREEK, CYRILLIC, ARMENIAN, GEORGIAN, HIRAGANA):
        table |= pairs(script)
    for letter, latin in pairs(HIRAGANA).items():
        table[chr(ord(letter) + KATAKANA_FROM_HIRAGANA)] = latin
    for letter in map(chr, range(0x80, sys.maxunicode + 1)):
        # The others are folded to ASCII as they are.
        if unicodedata.category(letter) == "Nd" and fold(letter) == letter:
            table[letter] = str(unicodedata.digit(letter))
    table["\u00b4"] = "'"  # an acute accent alone is written for an apostrophe
    lines = [f"{letter} {latin}" for letter, latin in sorted(table.items())]
    write_table("transliteration", 'Sources: see the script. "letter latin-letters".', lines)


main()
