#include "values.hpp"

#include <datetime.h>

#include <cmath>
#include <stdexcept>

#include "errors.hpp"

namespace galena::python {

namespace {

/// Python objects that are looked up once and live as long as the process.
struct Imported {
  py::object decimal = py::module_::import("decimal").attr("Decimal");
  py::object money = py::module_::import("galena._money").attr("Money");
};

const Imported& imported() {
  // Leaked on purpose: destroying Python objects after the interpreter has ended would crash.
  static const Imported* const kImported = new Imported();
  return *kImported;
}

[[noreturn]] void refuse_type(py::handle object, const Subject& subject) {
  throw py::type_error(subject.text() + ": a value of type '" + Py_TYPE(object.ptr())->tp_name +
                       "' cannot be used; give None, bool, int, float, str, Decimal, galena.Money, "
                       "date, a datetime with a zone, or a list of str");
}

std::string_view type_name(py::handle object) {
  const std::string_view full = Py_TYPE(object.ptr())->tp_name;
  const auto dot = full.rfind('.');
  return dot == std::string_view::npos ? full : full.substr(dot + 1);
}

/// pandas.NaT, which claims to be a datetime, and pandas.NA.
bool is_missing_mark(py::handle object) {
  const std::string_view name = type_name(object);
  return name == "NaTType" || name == "NAType";
}

/// numpy.int64(3) -> 3 and so on; the object itself when it is no such scalar.
py::object plain(py::handle object) {
  if (!PyList_Check(object.ptr()) && py::hasattr(object, "dtype") && py::hasattr(object, "item") &&
      !py::hasattr(object, "__len__")) {
    return object.attr("item")();
  }
  return py::reinterpret_borrow<py::object>(object);
}

bool is_money(py::handle object) {
  return PyTuple_Check(object.ptr()) && py::isinstance(object, imported().money);
}

bool is_decimal(py::handle object) { return py::isinstance(object, imported().decimal); }

Decimal decimal_of(py::handle object, const Subject& subject) {
  const auto text = py::str(object.attr("__format__")("f")).cast<std::string>();
  const auto number = Decimal::parse(text);
  if (!number) {
    fail(Code::limit_exceeded, "out_of_range", subject.text(),
         subject.text() + ": the decimal " + text + " does not fit 18 digits",
         "round it, or give it as text");
  }
  return *number;
}

bool is_nan(py::handle decimal) { return decimal.attr("is_nan")().cast<bool>(); }

Value money_of(py::handle object, const Subject& subject) {
  const auto code = py::str(object.attr("currency")).cast<std::string>();
  const auto currency = Currency::parse(code);
  if (!currency) {
    fail(Code::invalid_argument, "bad_currency", subject.text(),
         subject.text() + ": '" + code + "' is no ISO 4217 code", "give three capital letters");
  }
  return Value(Money{decimal_of(object.attr("amount"), subject), *currency});
}

std::string joined_items(py::handle items, const Subject& subject) {
  std::string text;
  for (const py::handle item : items) {
    if (!PyUnicode_Check(item.ptr())) refuse_type(item, subject);
    if (!text.empty()) text += ';';
    text += text_of(item, subject);
  }
  return text;
}

std::int64_t integer_of(py::handle object, const Subject& subject) {
  int overflow = 0;
  const long long number = PyLong_AsLongLongAndOverflow(object.ptr(), &overflow);
  if (overflow != 0) {
    fail(Code::limit_exceeded, "out_of_range", subject.text(),
         subject.text() + ": the integer " + py::str(object).cast<std::string>() +
             " does not fit 64 bits",
         "give it as text");
  }
  if (number == -1 && PyErr_Occurred() != nullptr) throw py::error_already_set();
  return number;
}

Date date_of(py::handle object) {
  return Date(std::chrono::year_month_day(
      std::chrono::year(PyDateTime_GET_YEAR(object.ptr())),
      std::chrono::month(static_cast<unsigned>(PyDateTime_GET_MONTH(object.ptr()))),
      std::chrono::day(static_cast<unsigned>(PyDateTime_GET_DAY(object.ptr())))));
}

std::chrono::year_month_day civil_of(Date date) {
  const std::chrono::year_month_day day(date);
  if (!day.ok() || day.year() < std::chrono::year(1) || day.year() > std::chrono::year(9999)) {
    fail(Code::limit_exceeded, "out_of_range", {},
         "a date outside the years 1 to 9999 cannot be a Python date");
  }
  return day;
}

}  // namespace

void prepare_values() {
  PyDateTime_IMPORT;
  if (PyDateTimeAPI == nullptr) throw py::error_already_set();
}

std::string_view text_of(py::handle string, const Subject& subject) {
  Py_ssize_t size = 0;
  const char* data = PyUnicode_AsUTF8AndSize(string.ptr(), &size);
  if (data == nullptr) {
    PyErr_Clear();
    fail(Code::bad_encoding, "bad_encoding", subject.text(),
         subject.text() + ": the text holds a lone surrogate, which has no UTF-8 form",
         "read the text with the right encoding");
  }
  return {data, static_cast<std::size_t>(size)};
}

Instant instant_of(py::handle object, const Subject& subject) {
  PyObject* const value = object.ptr();
  if (!PyDateTime_Check(value)) {
    throw py::type_error(subject.text() + " must be a datetime with a zone, not " +
                         Py_TYPE(value)->tp_name);
  }
  const py::object offset = object.attr("utcoffset")();
  if (offset.is_none()) {
    fail(Code::invalid_argument, "naive_datetime", subject.text(),
         subject.text() + ": the datetime " + py::str(object).cast<std::string>() +
             " has no time zone",
         "give one, for example with .replace(tzinfo=datetime.timezone.utc)");
  }
  using namespace std::chrono;
  const auto local = date_of(object) + hours(PyDateTime_DATE_GET_HOUR(value)) +
                     minutes(PyDateTime_DATE_GET_MINUTE(value)) +
                     seconds(PyDateTime_DATE_GET_SECOND(value)) +
                     microseconds(PyDateTime_DATE_GET_MICROSECOND(value));
  return Instant(local) - days(PyDateTime_DELTA_GET_DAYS(offset.ptr())) -
         seconds(PyDateTime_DELTA_GET_SECONDS(offset.ptr())) -
         microseconds(PyDateTime_DELTA_GET_MICROSECONDS(offset.ptr()));
}

ValueKind kind_of(py::handle object, const Subject& subject) {
  PyObject* const value = object.ptr();
  if (PyUnicode_Check(value)) return ValueKind::text;
  if (value == Py_None) return ValueKind::blank;
  if (PyBool_Check(value)) return ValueKind::boolean;
  if (PyLong_Check(value)) return ValueKind::integer;
  if (PyFloat_Check(value)) {
    return std::isnan(PyFloat_AS_DOUBLE(value)) ? ValueKind::blank : ValueKind::number;
  }
  if (is_missing_mark(object)) return ValueKind::blank;
  if (PyDateTime_Check(value)) return ValueKind::instant;
  if (PyDate_Check(value)) return ValueKind::date;
  if (is_decimal(object)) return is_nan(object) ? ValueKind::blank : ValueKind::decimal;
  if (is_money(object)) return ValueKind::money;
  if (PyList_Check(value) || PyTuple_Check(value)) return ValueKind::text;
  const py::object unwrapped = plain(object);
  if (!unwrapped.is(object)) return kind_of(unwrapped, subject);
  refuse_type(object, subject);
}

Value from_python(py::handle object, const Subject& subject) {
  PyObject* const value = object.ptr();
  switch (kind_of(object, subject)) {
    case ValueKind::blank: return Value();
    case ValueKind::boolean:
      return Value(PyObject_IsTrue(value) == 1);
    case ValueKind::integer: return Value(integer_of(plain(object), subject));
    case ValueKind::number: return Value(PyFloat_AsDouble(value));
    case ValueKind::decimal: return Value(decimal_of(object, subject));
    case ValueKind::money: return money_of(object, subject);
    case ValueKind::date: return Value(date_of(plain(object)));
    case ValueKind::instant: return Value(instant_of(plain(object), subject));
    case ValueKind::text: {
      const py::object text = plain(object);
      return PyUnicode_Check(text.ptr()) ? Value(text_of(text, subject))
                                         : Value(joined_items(text, subject));
    }
  }
  refuse_type(object, subject);
}

py::object to_python(Instant instant) {
  const Date date = std::chrono::floor<std::chrono::days>(instant);
  const std::chrono::year_month_day day = civil_of(date);
  const std::int64_t micros = (instant - date).count();
  const int of_day = static_cast<int>(micros / 1000000);
  PyObject* made = PyDateTimeAPI->DateTime_FromDateAndTime(
      static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
      static_cast<int>(static_cast<unsigned>(day.day())), of_day / 3600, of_day / 60 % 60,
      of_day % 60, static_cast<int>(micros % 1000000), PyDateTime_TimeZone_UTC,
      PyDateTimeAPI->DateTimeType);
  if (made == nullptr) throw py::error_already_set();
  return py::reinterpret_steal<py::object>(made);
}

py::object amount_to_python(Decimal amount) { return imported().decimal(amount.to_text()); }

py::object to_python(const ValueView& value) {
  switch (value.kind()) {
    case ValueKind::blank: return py::none();
    case ValueKind::boolean: return py::bool_(value.boolean());
    case ValueKind::integer: return py::int_(value.integer());
    case ValueKind::number: return py::float_(value.number());
    case ValueKind::decimal: return amount_to_python(value.decimal());
    case ValueKind::money: {
      const Money money = value.money();
      return imported().money(amount_to_python(money.amount), std::string(money.currency.code()));
    }
    case ValueKind::date: {
      const std::chrono::year_month_day day = civil_of(value.date());
      PyObject* made = PyDate_FromDate(static_cast<int>(day.year()),
                                       static_cast<int>(static_cast<unsigned>(day.month())),
                                       static_cast<int>(static_cast<unsigned>(day.day())));
      if (made == nullptr) throw py::error_already_set();
      return py::reinterpret_steal<py::object>(made);
    }
    case ValueKind::instant: return to_python(value.instant());
    case ValueKind::text: {
      const std::string_view text = value.text();
      return py::str(text.data(), text.size());
    }
  }
  return py::none();
}

}  // namespace galena::python
