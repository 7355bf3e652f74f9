// Pool: what threads work with, kept from one parallel step to the next for its memory.
#pragma once

#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace galena::match {

/// Any number of threads may borrow at a time; what a thread gets is anything that was given back,
/// in whatever state, or new.
template <class Item>
class Pool {
 public:
  /// Gives the item back when it goes.
  class Loan {
   public:
    Loan(Pool& pool, std::unique_ptr<Item> item) : pool_(&pool), item_(std::move(item)) {}
    Loan(Loan&&) noexcept = default;
    Loan& operator=(Loan&&) = delete;
    ~Loan() {
      if (item_) pool_->give_back(std::move(item_));
    }
    Item& operator*() const { return *item_; }

   private:
    Pool* pool_;
    std::unique_ptr<Item> item_;
  };

  /// `make` gives a new item where none is left.
  template <class Make>
  Loan borrow(Make make) {
    {
      const std::lock_guard lock(lock_);
      if (!items_.empty()) {
        Loan loan(*this, std::move(items_.back()));
        items_.pop_back();
        return loan;
      }
    }
    return {*this, make()};
  }

 private:
  void give_back(std::unique_ptr<Item> item) noexcept {
    const std::lock_guard lock(lock_);
    try {
      items_.push_back(std::move(item));
    } catch (...) {
      // Without memory for another place it is freed instead.
    }
  }

  std::mutex lock_;
  std::vector<std::unique_ptr<Item>> items_;
};

}  // namespace galena::match
