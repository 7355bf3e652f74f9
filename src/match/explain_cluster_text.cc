// A ClusterExplanation in words and as JSON.
#include <cstdio>

#include "galena/base/json_writer.hpp"
#include "galena/match/explanation.hpp"

namespace galena::match {

namespace {

std::string bits_text(double bits) {
  char text[32];
  std::snprintf(text, sizeof text, "%+8.2f", bits);
  return text;
}

std::string in_words(double bits) {
  char text[40];
  std::snprintf(text, sizeof text, "%+.2f bits", bits);
  return text;
}

/// "r5 joins r0 and 2 more"
std::string join_text(const ClusterExplanation::Join& join) {
  const auto group = [](const std::string& member, std::size_t members) {
    return members == 1 ? member : member + " and " + std::to_string(members - 1) + " more";
  };
  char chance[40];
  std::snprintf(chance, sizeof chance, "  probability %.4f  ", join.probability);
  std::string text = bits_text(join.weight) + chance;
  text +=
      join.right_members == 1 || join.left_members > 1
          ? group(join.right, join.right_members) + " joins " + group(join.left, join.left_members)
          : group(join.left, join.left_members) + " joins " + group(join.right, join.right_members);
  if (join.left_members * join.right_members > 1)
    text += ", " + in_words(join.average) + " on average";
  return text + "\n";
}

std::string move_text(const ClusterExplanation::Move& move) {
  std::string text = bits_text(move.gain) + "  " + move.member;
  if (move.arrived) {
    return text + " came " +
           (move.other.empty() ? "from none" : "from the cluster of " + move.other) +
           ", as it fits here better\n";
  }
  return text + (move.other.empty()
                     ? " left to be alone, as no pair holds it any more\n"
                     : " left for the cluster of " + move.other + ", as it fits there better\n");
}

}  // namespace

std::string ClusterExplanation::to_text() const {
  std::string text =
      "cluster " + cluster + ": " + std::to_string(size) + (size == 1 ? " member\n" : " members\n");
  if (members.size() < size)
    text += "of which the first " + std::to_string(members.size()) + " are looked at\n";
  if (!joins.empty()) text += "in the order of joining\n";
  for (const Join& join : joins) text += join_text(join);
  if (!moves.empty()) text += "then moved\n";
  for (const Move& move : moves) text += move_text(move);
  if (!links.empty()) text += "the strongest link of each member\n";
  for (const Link& link : links) {
    text += bits_text(link.weight) + "  " + link.member + " by " + link.partner + ", " +
            in_words(link.average) + " on average with all others\n";
  }
  if (links.empty()) return text;
  text += "weakest join " + in_words(weakest) + ", average of all pairs " + in_words(average);
  return text + ", least alike " + least_left + " and " + least_right + ", " + in_words(least) +
         "\n";
}

std::string ClusterExplanation::to_json() const {
  JsonWriter out;
  out.begin_object().key("cluster").value(cluster).key("size").value(std::uint64_t{size});
  out.key("members").begin_array();
  for (const std::string& member : members) out.value(member);
  out.end_array().key("joins").begin_array();
  for (const Join& join : joins) {
    out.begin_object().key("left").value(join.left).key("right").value(join.right);
    out.key("weight").value(join.weight).key("probability").value(join.probability);
    out.key("average").value(join.average);
    out.key("left_members").value(std::uint64_t{join.left_members});
    out.key("right_members").value(std::uint64_t{join.right_members}).end_object();
  }
  out.end_array().key("links").begin_array();
  for (const Link& link : links) {
    out.begin_object().key("member").value(link.member).key("partner").value(link.partner);
    out.key("weight").value(link.weight).key("probability").value(link.probability);
    out.key("average").value(link.average).end_object();
  }
  out.end_array().key("moves").begin_array();
  for (const Move& move : moves) {
    out.begin_object().key("member").value(move.member).key("other").value(move.other);
    out.key("arrived").value(move.arrived).key("gain").value(move.gain).end_object();
  }
  out.end_array().key("weakest").value(weakest).key("average").value(average);
  out.key("least").begin_object().key("left").value(least_left).key("right").value(least_right);
  out.key("weight").value(least).end_object().end_object();
  return std::move(out).text();
}

}  // namespace galena::match
