// The blocking recipes for the features there are.
#include <algorithm>

#include "match/blocking_key.hpp"

namespace galena::match {

namespace {

/// Atoms under the names that recipes use, where the layout has their feature.
class AtomFinder {
 public:
  explicit AtomFinder(const Layout& layout) : layout_(layout) {}

  /// The atom for every slot of the first feature of that comparison.
  [[nodiscard]] std::vector<Atom> slots(Comparison comparison, AtomKind kind) const {
    std::vector<Atom> atoms;
    const int feature = layout_.find(comparison);
    if (feature < 0) return atoms;
    const std::size_t count = layout_.features[static_cast<std::size_t>(feature)].slots.size();
    for (std::size_t slot = 0; slot < count; ++slot) {
      atoms.push_back({static_cast<std::uint16_t>(feature), kind, static_cast<std::uint8_t>(slot)});
    }
    return atoms;
  }
  [[nodiscard]] std::vector<Atom> one(Comparison comparison, AtomKind kind) const {
    auto atoms = slots(comparison, kind);
    if (atoms.size() > 1) atoms.resize(1);
    return atoms;
  }
  /// Of a name given in full or in parts.
  [[nodiscard]] std::vector<Atom> given() const {
    auto full = one(Comparison::full_name, AtomKind::formal_name);
    return full.empty() ? one(Comparison::first_name, AtomKind::formal_name) : full;
  }
  [[nodiscard]] std::vector<Atom> initial() const {
    auto full = one(Comparison::full_name, AtomKind::initial);
    return full.empty() ? one(Comparison::first_name, AtomKind::initial) : full;
  }
  [[nodiscard]] std::vector<Atom> family() const {
    auto full = one(Comparison::full_name, AtomKind::last_sound);
    return full.empty() ? one(Comparison::last_name, AtomKind::sound) : full;
  }
  [[nodiscard]] std::vector<Atom> family_letters() const {
    auto full = one(Comparison::full_name, AtomKind::two_letters);
    return full.empty() ? one(Comparison::last_name, AtomKind::two_letters) : full;
  }
  /// Every feature of that comparison, as identifiers and texts may be several.
  [[nodiscard]] std::vector<std::uint16_t> features(Comparison comparison) const {
    std::vector<std::uint16_t> found;
    for (std::size_t i = 0; i < layout_.features.size(); ++i) {
      if (layout_.features[i].comparison == comparison)
        found.push_back(static_cast<std::uint16_t>(i));
    }
    return found;
  }

 private:
  const Layout& layout_;
};

class RecipeBuilder {
 public:
  RecipeBuilder(const Layout& layout, std::size_t records)
      : atoms_(layout), short_list_(records <= kShortList) {}

  std::vector<Recipe> build() {
    identities();
    names();
    organisations();
    names_with_places();
    places();
    texts();
    if (short_list_) short_lists();
    organisations_alone();
    return std::move(recipes_);
  }

 private:
  using Atoms = std::vector<Atom>;

  /// One recipe whose entries are the alternatives in `any`, each together with all of `with`.
  void add(std::string name, const Atoms& any, std::initializer_list<Atoms> with = {}) {
    if (any.empty()) return;
    Recipe recipe{.name = std::move(name), .entries = {}};
    for (const Atom& atom : any) {
      std::vector<Atom> entry = {atom};
      for (const Atoms& more : with) {
        if (more.empty()) return;
        entry.push_back(more.front());
      }
      recipe.entries.push_back(std::move(entry));
    }
    recipes_.push_back(std::move(recipe));
  }

  void identities() {
    add("email", atoms_.slots(Comparison::email, AtomKind::value));
    add("phone", atoms_.slots(Comparison::phone, AtomKind::tail));
    for (const std::uint16_t feature : atoms_.features(Comparison::identifier)) {
      add("identifier", {{feature, AtomKind::value, 0}});
    }
    add("mailbox", atoms_.slots(Comparison::email, AtomKind::mailbox));
  }

  void names() {
    const Atoms first = atoms_.one(Comparison::first_name, AtomKind::sound);
    const Atoms last = atoms_.one(Comparison::last_name, AtomKind::sound);
    add("full name sounds", atoms_.one(Comparison::full_name, AtomKind::both_sounds));
    if (!first.empty() && !last.empty()) {
      add("name sounds", first, {last});
      recipes_.back().any_order = true;
    }
    add("given and family name", atoms_.given(), {atoms_.family()});
    add("birth date", atoms_.one(Comparison::birth_date, AtomKind::value));
    add("given name and birth month", atoms_.given(),
        {atoms_.one(Comparison::birth_date, AtomKind::year_month)});
    add("given name and birthday", atoms_.given(),
        {atoms_.one(Comparison::birth_date, AtomKind::month_day)});
    add("family name and birth year", atoms_.family(),
        {atoms_.one(Comparison::birth_date, AtomKind::year)});
    add("family name", atoms_.family());
    add("given name", atoms_.given());
  }

  void organisations() {
    const Atoms rarest = atoms_.one(Comparison::company, AtomKind::rarest_word);
    add("family name and company", atoms_.family(), {rarest});
    add("given name and company", atoms_.given(), {rarest});
    add("website", atoms_.slots(Comparison::website, AtomKind::value));
  }

  /// A company has many people, and what they share says nothing about those who have other names.
  void organisations_alone() {
    Atoms words = atoms_.one(Comparison::company, AtomKind::rarest_word);
    const Atoms second = atoms_.one(Comparison::company, AtomKind::second_word);
    words.insert(words.end(), second.begin(), second.end());
    const std::size_t first = recipes_.size();
    add("company words", words);
    add("company beginning", atoms_.one(Comparison::company, AtomKind::beginning));
    for (std::size_t i = first; i < recipes_.size(); ++i) recipes_[i].unnamed_only = true;
  }

  void names_with_places() {
    const Atoms postal = atoms_.one(Comparison::postal_code, AtomKind::value);
    const Atoms city = atoms_.one(Comparison::city, AtomKind::value);
    const Atoms house = atoms_.one(Comparison::street, AtomKind::house);
    add("family name and postal code", atoms_.family(), {postal});
    add("given name and postal code", atoms_.given(), {postal});
    add("family name and city", atoms_.family(), {city});
    add("given name and city", atoms_.given(), {city});
    add("given name and house", atoms_.given(), {house});
  }

  void places() {
    add("house", atoms_.one(Comparison::street, AtomKind::house));
    add("street", atoms_.one(Comparison::street, AtomKind::two_words));
  }

  void texts() {
    for (const std::uint16_t feature : atoms_.features(Comparison::text)) {
      Atoms rare = {{feature, AtomKind::rarest_word, 0}, {feature, AtomKind::second_word, 0}};
      if (short_list_) {
        rare.push_back({feature, AtomKind::third_word, 0});
        rare.push_back({feature, AtomKind::fourth_word, 0});
      }
      add("words", rare);
    }
    Atoms words = atoms_.one(Comparison::full_name, AtomKind::rarest_word);
    const Atoms second = atoms_.one(Comparison::full_name, AtomKind::second_word);
    words.insert(words.end(), second.begin(), second.end());
    add("full name words", words);
  }

  /// Where there is time: pairs with slips in both names, or whose names moved.
  void short_lists() {
    const Atoms initial = atoms_.initial();
    const Atoms letters = atoms_.family_letters();
    add("birth year and family name's letters", letters,
        {atoms_.one(Comparison::birth_date, AtomKind::year)});
    add("birth month and initial", initial,
        {atoms_.one(Comparison::birth_date, AtomKind::year_month)});
    add("birthday", atoms_.one(Comparison::birth_date, AtomKind::month_day));
    add("initial and city", initial, {atoms_.one(Comparison::city, AtomKind::value)});
    add("initial and postal code", initial, {atoms_.one(Comparison::postal_code, AtomKind::value)});
    add("initial and family name's letters", letters, {initial});
  }

  AtomFinder atoms_;
  bool short_list_;
  std::vector<Recipe> recipes_;
};

}  // namespace

std::vector<Recipe> recipes_for(const Layout& layout, std::size_t records) {
  return RecipeBuilder(layout, records).build();
}

std::vector<Atom> naming_atoms(const Layout& layout) {
  const AtomFinder atoms(layout);
  std::vector<Atom> both = atoms.given();
  const std::vector<Atom> family = atoms.family();
  if (both.empty() || family.empty()) return {};
  both.push_back(family.front());
  return both;
}

std::uint64_t refined_by(const BlockingBasis& basis, const Recipe& recipe) {
  std::uint64_t used = 0;
  for (std::size_t i = 0; i < basis.refining.size() && i < 64; ++i) {
    for (const std::vector<Atom>& entry : recipe.entries) {
      if (std::find(entry.begin(), entry.end(), basis.refining[i].atom) != entry.end())
        used |= std::uint64_t{1} << i;
    }
  }
  return used;
}

int choose_refining(const BlockingBasis& basis, std::size_t size, std::uint64_t used) {
  int sufficient = -1;
  int strongest = -1;
  for (std::size_t i = 0; i < basis.refining.size() && i < 64; ++i) {
    const BlockingBasis::Refining& atom = basis.refining[i];
    if ((used >> i & 1) != 0 || atom.chance >= 0.9 || atom.blank > 0.5) continue;
    const auto chance_at = [&](int at) {
      return basis.refining[static_cast<std::size_t>(at)].chance;
    };
    const double expected =
        static_cast<double>(size) * std::max(atom.chance, atom.blank * atom.blank);
    if (expected <= static_cast<double>(basis.limit) / 2 &&
        (sufficient < 0 || atom.chance > chance_at(sufficient))) {
      sufficient = static_cast<int>(i);
    }
    if (strongest < 0 || atom.chance < chance_at(strongest)) strongest = static_cast<int>(i);
  }
  return sufficient >= 0 ? sufficient : strongest;
}

std::vector<Atom> refining_atoms(const Layout& layout) {
  const AtomFinder atoms(layout);
  std::vector<Atom> found;
  const auto add = [&](const std::vector<Atom>& list) {
    if (!list.empty()) found.push_back(list.front());
  };
  add(atoms.given());
  add(atoms.family());
  add(atoms.initial());
  add(atoms.one(Comparison::birth_date, AtomKind::year));
  add(atoms.one(Comparison::birth_date, AtomKind::value));
  add(atoms.one(Comparison::postal_code, AtomKind::value));
  add(atoms.one(Comparison::city, AtomKind::value));
  add(atoms.one(Comparison::region, AtomKind::value));
  add(atoms.one(Comparison::company, AtomKind::rarest_word));
  add(atoms.one(Comparison::company, AtomKind::two_words));
  add(atoms.one(Comparison::street, AtomKind::house));
  add(atoms.one(Comparison::street, AtomKind::rarest_word));
  add(atoms.one(Comparison::phone, AtomKind::tail));
  add(atoms.one(Comparison::email, AtomKind::mailbox));
  add(atoms.one(Comparison::website, AtomKind::value));
  for (const Comparison several : {Comparison::identifier, Comparison::text, Comparison::number,
                                   Comparison::date, Comparison::category}) {
    for (const std::uint16_t feature : atoms.features(several)) {
      found.push_back(
          {feature, several == Comparison::text ? AtomKind::rarest_word : AtomKind::value, 0});
    }
  }
  return found;
}

}  // namespace galena::match
