// The few pages this server writes itself: for browsers without script, and for wrong addresses.
#pragma once

#include <string>
#include <string_view>

#include "server/api/http.hpp"

namespace quorate::api {

// A page, or a line of text for those who did not ask for one, that says what is wrong in the
// request's language. `message` is a key of the catalogue. With `join_form` the page has the form
// to try a join code again, otherwise a link to the start.
HttpResponse problem_page(const HttpRequest& request, int code, std::string_view message,
                          bool join_form);

}  // namespace quorate::api
