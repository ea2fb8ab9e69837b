#include "server/api/pages.hpp"

#include <fmt/format.h>

#include <optional>

#include "server/net/http/ascii.hpp"
#include "shared/messages/catalogue.hpp"

namespace quorate::api {

namespace {

using messages::Language;
using messages::text;

constexpr std::string_view kPolicy =
    "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

// The first language of Accept-Language that there is a catalogue for. Browsers list them by
// preference, so weights need not be read.
Language language_of(std::string_view accept_language) {
  while (!accept_language.empty()) {
    const std::size_t comma = accept_language.find(',');
    const std::string_view tag =
        net::trim(accept_language.substr(0, accept_language.find_first_of(",;")));
    if (const auto language = messages::language_of(tag)) return *language;
    accept_language.remove_prefix(comma == std::string_view::npos ? accept_language.size()
                                                                  : comma + 1);
  }
  return Language::en;
}

std::string escape(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string way_on(Language language, bool join_form) {
  const auto say = [&](std::string_view key) { return escape(text(language, key)); };
  if (!join_form) return "<p><a href=\"/\">" + say("join.title") + "</a></p>\n";
  return fmt::format(
      "<form method=\"post\" action=\"/join\">\n<p><label for=\"code\">{}</label><br>{}<br>\n"
      "<input id=\"code\" name=\"code\" autocomplete=\"off\" autocapitalize=\"characters\" "
      "spellcheck=\"false\" autofocus></p>\n<p><button>{}</button></p>\n</form>\n",
      say("join.code.label"), say("join.code.hint"), say("join.submit"));
}

}  // namespace

HttpResponse problem_page(const HttpRequest& request, int code, std::string_view message,
                          bool join_form) {
  const Language language = language_of(request.header("accept-language"));
  const std::string sentence = text(language, message);
  if (request.header("accept").find("text/html") == std::string_view::npos) {
    return sentence_response(code, sentence);
  }
  const std::string summary = text(language, "error.summary");
  const std::string title = text(language, "error.prefix", {{"text", summary}});
  HttpResponse response(
      code, "text/html; charset=utf-8",
      fmt::format("<!DOCTYPE html>\n<html lang=\"{}\">\n<meta charset=\"utf-8\">\n"
                  "<meta name=\"viewport\" content=\"width=device-width\">\n"
                  "<meta name=\"color-scheme\" content=\"light dark\">\n"
                  "<title>{}</title>\n<main>\n<h1>{}</h1>\n<p>{}</p>\n{}</main>\n"
                  "</html>\n",
                  messages::tag_of(language), escape(title), escape(summary), escape(sentence),
                  way_on(language, join_form)));
  response.with("content-security-policy", std::string(kPolicy));
  return response;
}

}  // namespace quorate::api
