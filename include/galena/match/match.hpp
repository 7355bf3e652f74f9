// Match: which records are one person or company. The umbrella of the room.
//
// The data's way through:
//
//   fields.hpp       columns are taken for kinds (infer_fields, or the caller's word)
//   normalise.hpp    every different value is brought to its normal form once, and numbered;
//   records
//                    become rows of 32-bit numbers
//   deduplicate.hpp  blocking keys (hashes of names, sounds, addresses, words...) bring up
//   candidates
//                    by sorting; large blocks are refined by further fields, none is dropped
//   similarity.hpp   the fields of a candidate pair fall into comparison levels
//   model.hpp        levels become bits (Fellegi-Sunter; term frequency, relations, changes)
//   deduplicate.hpp  pairs are clustered by average link, or linked one to one
//   explanation.hpp  any pair, compared or not, is explained bit by bit; so is any cluster
//   index.hpp        the same for records that come and go
//
// There is one comparison of two records (src/match/scorer.hpp); all of these call it.
#pragma once

#include "galena/match/deduplicate.hpp"
#include "galena/match/explanation.hpp"
#include "galena/match/fields.hpp"
#include "galena/match/index.hpp"
#include "galena/match/measure.hpp"
#include "galena/match/model.hpp"
#include "galena/match/names.hpp"
#include "galena/match/normalise.hpp"
#include "galena/match/similarity.hpp"
#include "galena/match/similarity_query.hpp"
#include "galena/match/splink.hpp"
#include "galena/match/train.hpp"
