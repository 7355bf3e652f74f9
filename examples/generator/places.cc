// Places and telephone numbers of a country.
#include <algorithm>

#include "generator/companies.hpp"
#include "generator/names.hpp"

namespace galena::examples::generator {

namespace {

constexpr std::uint32_t kTownsOfACountry = 400;

void append_pattern(std::string& out, std::string_view pattern, Stream& stream) {
  for (const char c : pattern) {
    if (c == '#') {
      out += stream.digit();
    } else if (c == '@') {
      out += stream.letter();
    } else {
      out += c;
    }
  }
}

void append_house_number(const Country& country, Stream& stream, std::string& out) {
  const bool long_roads = country.code == "US" || country.code == "CA";
  const std::uint32_t limit = long_roads ? 9900 : 180;
  append_number(out, 1 + std::min(stream.below(limit), stream.below(limit)));
  if (!long_roads && stream.chance(70)) out += static_cast<char>('a' + stream.below(4));
}

void append_street(const Country& country, const Language& language, Stream& stream,
                   std::string& out) {
  const std::string& pattern = language.street_patterns.pick(stream);
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    if (pattern[at] != '{') {
      out += pattern[at];
      continue;
    }
    switch (pattern[at + 1]) {
      case '#':
        append_house_number(country, stream, out);
        break;
      case 'S':
        draw_surname(language, stream, false, out);
        break;
      case 'F':
        draw_first_name(language, stream, false, out);
        break;
      default:
        out += language.streets.pick(stream);
        break;
    }
    at += 2;
  }
  if (country.code == "US" && stream.chance(150)) {
    out += stream.chance(600) ? ", Suite " : " #";
    append_number(out, 100 + 10 * stream.below(60));
  }
}

// A small town is the same wherever it is named: it follows from its number alone.
void set_town(const Country& country, const Language& language, Stream& stream, Place& place) {
  const std::uint32_t number =
      std::min(stream.below(kTownsOfACountry), stream.below(kTownsOfACountry));
  const auto first = static_cast<unsigned char>(country.code[0]);
  const auto second = static_cast<unsigned char>(country.code[1]);
  Stream town(0, Purpose::kTown,
              (std::uint64_t{first} << 40) + (std::uint64_t{second} << 32) + number);
  append_stem(language, town, place.city);
  place.city +=
      country.town_endings[town.below(static_cast<std::uint32_t>(country.town_endings.size()))];
  const City& neighbour = country.cities[country.city_index.pick_index(town)];
  place.region = neighbour.region;
  place.area = neighbour.area;
  append_pattern(place.postal, neighbour.postal, town);
}

void set_city(const Country& country, Stream& stream, Place& place) {
  const City& city = country.cities[country.city_index.pick_index(stream)];
  place.city = city.name;
  place.other_city = city.other_name;
  place.region = city.region;
  place.area = city.area;
  append_pattern(place.postal, city.postal, stream);
}

bool direct_dialling(const Country& country) {
  return country.code == "DE" || country.code == "AT";
}

}  // namespace

void make_place(const Country& country, const Language& language, Stream& stream,
                std::uint32_t small_town_per_mille, Place& place) {
  place.street.clear();
  place.city.clear();
  place.other_city = {};
  place.postal.clear();
  if (stream.chance(small_town_per_mille) && !language.stems.empty()) {
    set_town(country, language, stream, place);
  } else {
    set_city(country, stream, place);
  }
  append_street(country, language, stream, place.street);
}

Phone make_land_line(const Country& country, std::string_view area, Stream& stream) {
  Phone phone;
  phone.area = area;
  const std::size_t digits = country.digits - std::min<std::size_t>(area.size(), 5);
  phone.base += static_cast<char>('2' + stream.below(8));
  while (phone.base.size() + 3 < digits) phone.base += stream.digit();
  if (direct_dialling(country)) {
    phone.direct = "0";
  } else {
    for (int i = 0; i < 3; ++i) phone.direct += stream.chance(350) ? '0' : stream.digit();
  }
  return phone;
}

Phone make_mobile(const Country& country, std::string_view area, Stream& stream) {
  Phone phone;
  const MobileNetwork& network = country.mobiles[country.mobile_index.pick_index(stream)];
  phone.mobile = true;
  if (network.area == "@") {
    phone.area = area;  // mobiles have the area codes of land lines here
    phone.base += static_cast<char>('2' + stream.below(8));
    append_pattern(phone.base, std::string_view(network.number).substr(1), stream);
  } else {
    append_pattern(phone.area, network.area, stream);
    append_pattern(phone.base, network.number, stream);
  }
  return phone;
}

Phone make_direct_line(const Country& country, const Phone& switchboard, Stream& stream) {
  Phone phone = switchboard;
  const bool english = country.calling == "1" || country.calling == "44";
  if (english && stream.chance(180)) {
    append_number(phone.extension, 100 + stream.below(900));
    return phone;
  }
  phone.direct.clear();
  const std::size_t digits = direct_dialling(country) ? 2 + stream.below(2) : 3;
  while (phone.direct.size() < digits) phone.direct += stream.digit();
  return phone;
}

}  // namespace galena::examples::generator
