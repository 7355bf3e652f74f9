// Names of scripts that put no space where other scripts put one: "李小明" is the family name 李
// and the given name 小明, "นายสมชาย" the title นาย and the given name สมชาย.
#pragma once

#include "match/word_list.hpp"

namespace galena::match {

/// Takes a Thai title off the first word.
void drop_joined_title(WordList& words);

/// Parts a whole Chinese, Japanese or Korean name of one word, without a title behind it: given
/// name, family name. Two characters in front are a family name where they are one of the few
/// Chinese or Korean ones, and of four characters, as in most Japanese names. Three characters are
/// read as Chinese and Korean ones.
void part_unspaced_name(WordList& words);

}  // namespace galena::match
