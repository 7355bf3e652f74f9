// Status: one step of a process: what it is called, what kind of step it is, and what to do in it.
//
//   Status{.id = "new", .label = "New", .category = Category::open_new,
//          .guidance = "Call within a day.", .key_fields = {"phone", "request"}}
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "galena/base/local_text.hpp"

namespace galena::lifecycle {

/// The closed list of what a status can mean. Reports, views and the engine go by the category, so
/// that a host may name its statuses as it likes.
enum class Category : std::uint8_t {
  open_new,
  open_working,
  open_waiting,
  closed_converted,    ///< became something else; never reopens
  closed_positive,     ///< done, with a good end
  closed_transferred,  ///< somebody else goes on with it
  closed_negative,     ///< given up
};

inline constexpr std::string_view kCategoryNames[] = {
    "open.new",        "open.working",       "open.waiting",   "closed.converted",
    "closed.positive", "closed.transferred", "closed.negative"};

constexpr std::string_view category_name(Category category) {
  return kCategoryNames[static_cast<std::size_t>(category)];
}

constexpr std::optional<Category> category_from(std::string_view name) {
  for (std::size_t i = 0; i < std::size(kCategoryNames); ++i) {
    if (kCategoryNames[i] == name) return static_cast<Category>(i);
  }
  return std::nullopt;
}

constexpr bool is_open(Category category) { return category < Category::closed_converted; }

/// How a sales forecast counts what stands in a status.
enum class Forecast : std::uint8_t { omitted, pipeline, best_case, commit, closed };

inline constexpr std::string_view kForecastNames[] = {"omitted", "pipeline", "best_case", "commit",
                                                      "closed"};

constexpr std::string_view forecast_name(Forecast forecast) {
  return kForecastNames[static_cast<std::size_t>(forecast)];
}

constexpr std::optional<Forecast> forecast_from(std::string_view name) {
  for (std::size_t i = 0; i < std::size(kForecastNames); ++i) {
    if (kForecastNames[i] == name) return static_cast<Forecast>(i);
  }
  return std::nullopt;
}

inline constexpr std::size_t kMaxGuidance = 1000;  ///< characters, in each language
inline constexpr std::size_t kMaxKeyFields = 5;

struct Status {
  std::string id = {};
  LocalText label = {};  ///< empty: the id is shown
  Category category = Category::open_working;
  LocalText guidance = {};                   ///< what to do here; at most kMaxGuidance characters
  std::vector<std::string> key_fields = {};  ///< fields that matter here; at most kMaxKeyFields
  std::optional<double> probability = {};    ///< of a good end, 0 to 1
  std::optional<Forecast> forecast = {};

  [[nodiscard]] bool open() const { return is_open(category); }
  friend bool operator==(const Status&, const Status&) = default;
};

}  // namespace galena::lifecycle
