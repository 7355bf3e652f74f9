// Id<Tag>: an identifier that cannot be mistaken for one of another kind.
//
//   galena::UserId owner("u1");      galena::QueueId inbound("inbound");
//   owner == inbound                 // does not compile
//
// Ids are given by the host or drawn from the store's sequence, never random.
#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <utility>

namespace galena {

template <class Tag>
class Id {
 public:
  Id() = default;
  explicit Id(std::string text) : text_(std::move(text)) {}

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] bool empty() const { return text_.empty(); }
  // Written out: the defaulted comparison of text is dear to compile.
  friend bool operator==(const Id& a, const Id& b) { return a.text_ == b.text_; }
  friend std::strong_ordering operator<=>(const Id& a, const Id& b) {
    return a.text_.compare(b.text_) <=> 0;
  }

 private:
  std::string text_;
};

using UserId = Id<struct UserTag>;
using QueueId = Id<struct QueueTag>;
using PoolId = Id<struct PoolTag>;
using PartnerId = Id<struct PartnerTag>;
using RecordId = Id<struct RecordTag>;
using DecisionId = Id<struct DecisionTag>;

}  // namespace galena

template <class Tag>
struct std::hash<galena::Id<Tag>> {
  std::size_t operator()(const galena::Id<Tag>& id) const noexcept {
    return std::hash<std::string_view>()(id.text());
  }
};
