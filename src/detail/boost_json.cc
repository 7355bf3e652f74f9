// The one translation unit that compiles Boost.JSON, so that its headers are all we need of it.
#include <boost/json/src.hpp>
