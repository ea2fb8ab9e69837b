#include "server/net/api.hpp"

#include <spdlog/spdlog.h>

#include <utility>

#include "server/net/answers.hpp"
#include "server/net/api_impl.hpp"
#include "server/net/pages.hpp"
#include "shared/json/fields.hpp"
#include "shared/json/read.hpp"

namespace quorate::net {

namespace {

constexpr std::string_view kJson = "application/json";
constexpr std::string_view kForm = "application/x-www-form-urlencoded";

bool method_fits(const HttpRequest& request, Route::Kind kind) {
  const std::string_view method = method_of(kind);
  return request.method == method || (method == "GET" && request.method == "HEAD");
}

HttpAnswer wrong_method(const HttpRequest& request, Route::Kind kind) {
  const bool reads = method_of(kind) == "GET";
  // Somebody went back to the address of the form that a browser without script had sent.
  auto answer = kind == Route::Kind::join_form
                    ? problem_page(request, status::kMethodNotAllowed, "error.code", true)
                    : sentence_answer(status::kMethodNotAllowed,
                                      reads ? "This address can only be read."
                                            : "This address takes only POST.");
  answer.with("allow", reads ? "GET, HEAD" : "POST");
  return answer;
}

// A page of another site can send a form anywhere, but this content type only if we allowed it.
bool has_type(const HttpRequest& request, std::string_view type) {
  return request.header("content-type").starts_with(type);
}

HttpAnswer wrong_type(std::string_view type) {
  return sentence_answer(status::kUnsupportedMediaType,
                         "This address takes only " + std::string(type) + ".");
}

}  // namespace

Api::Api(Loop& loop, log::Log& log, log::Directory& directory, const Site& site,
         room::Random random, ApiOptions options)
    : impl_(std::make_shared<Impl>(loop, log, directory, site, std::move(random),
                                   std::move(options))) {}

Api::~Api() = default;

void Api::answer(HttpRequest request, HttpReply reply) {
  impl_->answer(std::move(request), std::move(reply));
}

void Api::Impl::answer(HttpRequest request, HttpReply reply) {
  using Kind = Route::Kind;
  const Route route = route_of(request.path);
  const auto logged = [reply = std::move(reply), kind = route.kind, method = method_of(route.kind),
                       since = Loop::steady_ms()](HttpAnswer answer) {
    // No path, no query, no header: ids, codes and tokens stay out of the log.
    spdlog::debug("http {} {} {} {} ms", name_of(kind), method, answer.status,
                  Loop::steady_ms() - since);
    reply(std::move(answer));
  };
  if (route.kind == Kind::unknown)
    return logged(error_answer(status::kNotFound, "unknown_address"));
  if (!method_fits(request, route.kind)) return logged(wrong_method(request, route.kind));
  switch (route.kind) {
    case Kind::health:
      return logged(health());
    case Kind::join:
      return has_type(request, kJson) ? join(request, logged) : logged(wrong_type(kJson));
    case Kind::join_form:
      return has_type(request, kForm) ? join_form(request, logged) : logged(wrong_type(kForm));
    case Kind::workshops:
      return has_type(request, kJson) ? create(request, logged) : logged(wrong_type(kJson));
    case Kind::recover:
      return has_type(request, kJson) ? recover(request, logged) : logged(wrong_type(kJson));
    case Kind::code:
      return change_code(request, route.workshop, logged);  // reads no body
    case Kind::links:
      return has_type(request, kJson) ? reissue_link(request, route.workshop, logged)
                                      : logged(wrong_type(kJson));
    case Kind::invite:
      return logged(invite(request, route.workshop));
    case Kind::transcript:
      return transcript(request, route.workshop, logged);
    case Kind::site:
    case Kind::unknown:
      return logged(page(request));
  }
}

HttpAnswer Api::Impl::health() const {
  const auto body = json::Value::object({{"ok", true}, {"writable", log.writable()}});
  return json_answer(status::kOk, body);
}

HttpAnswer Api::Impl::page(const HttpRequest& request) const {
  if (auto answer = site.answer(request)) return *std::move(answer);
  return problem_page(request, status::kNotFound, "error.page", false);
}

void Api::Impl::join(const HttpRequest& request, HttpReply reply) {
  const auto body = json::read(request.body, kSmallBody);
  if (!body) return reply(bad_message(body.error().where, body.error().sentence()));
  json::Fields fields(*body);
  const std::string code = fields.string("code", {0, kMostTyped});
  if (const auto& error = fields.error()) return reply(bad_message(error->where, error->detail));
  find_code(request, normalise_code(code), [reply](const std::optional<std::string>& workshop) {
    if (!workshop) return reply(error_answer(status::kNotFound, "unknown_code"));
    reply(json_answer(status::kOk, json::Value::object({{"workshop", *workshop}})));
  });
}

void Api::Impl::join_form(const HttpRequest& request, HttpReply reply) {
  const std::string code = normalise_code(form_value(request.body, "code"));
  if (code.empty()) return reply(problem_page(request, status::kBadRequest, "error.code", true));
  find_code(request, code, [request, code, reply](const std::optional<std::string>& workshop) {
    if (!workshop) {
      return reply(problem_page(request, status::kNotFound, "error.unknown_code", true));
    }
    HttpAnswer answer;
    answer.status = status::kSeeOther;
    answer.with("location", "/#" + code);
    reply(std::move(answer));
  });
}

void Api::Impl::find_code(const HttpRequest& request, const std::string& code,
                          std::function<void(std::optional<std::string>)> then) {
  auto workshop = directory.find_code(code);
  const bool right = workshop.has_value();
  guessed(request, right,
          [then = std::move(then), workshop = std::move(workshop)] { then(workshop); });
}

void Api::Impl::guessed(const HttpRequest& request, bool right, std::function<void()> then) {
  const std::string address =
      throttle_key(request.remote, request.header("x-forwarded-for"), options.behind_proxy);
  const std::int64_t now = Loop::steady_ms();
  const std::int64_t at = throttle.answer_at(address, now);
  if (!right) throttle.failed(address, now);
  if (at <= now) return then();
  later(at, std::move(then));
}

void Api::Impl::later(std::int64_t at_ms, std::function<void()> function) {
  const std::uint64_t id = next_delay++;
  Timer& timer = delays.try_emplace(id, loop).first->second;
  timer.at(at_ms, [this, id, function = std::move(function)] {
    const auto kept = delays.extract(id);  // until this function, which it holds, has returned
    function();
  });
}

}  // namespace quorate::net
