#include "server/api/api.hpp"

#include <spdlog/spdlog.h>

#include <utility>

#include "server/api/admin.hpp"
#include "server/api/impl.hpp"
#include "server/api/pages.hpp"
#include "shared/json/fields.hpp"
#include "shared/json/read.hpp"

namespace quorate::api {

namespace {

constexpr std::string_view kJson = "application/json";
constexpr std::string_view kForm = "application/x-www-form-urlencoded";

bool method_fits(const HttpRequest& request, Route::Kind kind) {
  const std::string_view method = method_of(kind);
  return request.method == method || (method == "GET" && request.method == "HEAD");
}

HttpResponse wrong_method(const HttpRequest& request, Route::Kind kind) {
  const bool reads = method_of(kind) == "GET";
  // Somebody went back to the address of the form that a browser without script had sent.
  auto response =
      kind == Route::Kind::join_form
          ? problem_page(request, status::kMethodNotAllowed, "error.code", true)
          : sentence_response(status::kMethodNotAllowed, reads ? "This address can only be read."
                                                               : "This address takes only POST.");
  response.with("allow", reads ? "GET, HEAD" : "POST");
  return response;
}

// A page of another site can send a form anywhere, but this content type only if we allowed it.
bool has_type(const HttpRequest& request, std::string_view type) {
  return request.header("content-type").starts_with(type);
}

HttpResponse wrong_type(std::string_view type) {
  return sentence_response(status::kUnsupportedMediaType,
                           "This address takes only " + std::string(type) + ".");
}

}  // namespace

Api::Api(Loop& loop, log::Log& log, log::Directory& directory, const Site& site,
         room::Random random, ApiOptions options)
    : impl_(std::make_shared<Impl>(loop, log, directory, site, std::move(random),
                                   std::move(options))) {}

Api::~Api() = default;

void Api::handle(HttpRequest request, Respond respond) {
  impl_->handle(std::move(request), std::move(respond));
}

std::size_t Api::slowed_guesses() const { return impl_->guesses.waiting(); }

void Api::Impl::handle(HttpRequest request, Respond respond) {
  using Kind = Route::Kind;
  const Route route = route_of(request.path);
  const auto logged = [respond = std::move(respond), kind = route.kind,
                       method = method_of(route.kind),
                       since = Loop::steady_ms()](HttpResponse response) {
    // No path, no query, no header: ids, codes and tokens stay out of the log.
    spdlog::debug("http {} {} {} {} ms", name_of(kind), method, response.status,
                  Loop::steady_ms() - since);
    respond(std::move(response));
  };
  if (route.kind == Kind::unknown)
    return logged(error_response(status::kNotFound, "unknown_address"));
  if (!method_fits(request, route.kind)) return logged(wrong_method(request, route.kind));
  switch (route.kind) {
    case Kind::health:
      return logged(health(log));
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

HttpResponse Api::Impl::page(const HttpRequest& request) const {
  if (auto response = site.response_to(request)) return *std::move(response);
  return problem_page(request, status::kNotFound, "error.page", false);
}

void Api::Impl::join(const HttpRequest& request, Respond respond) {
  const auto body = json::read(request.body, kSmallBody);
  if (!body) return respond(bad_message(body.error().where, body.error().sentence()));
  json::Fields fields(*body);
  const Entrance entrance = read_entrance(fields.string("code", {0, kMostTyped}));
  if (const auto& error = fields.error()) return respond(bad_message(error->where, error->detail));
  const auto answer = [respond](const std::optional<log::WorkshopEntry>& found) {
    if (!found) return respond(error_response(status::kNotFound, "unknown_code"));
    respond(json_response(
        status::kOk, json::Value::object({{"workshop", found->workshop}, {"key", found->key}})));
  };
  find_workshop(request, entrance, answer, [respond] { respond(too_fast(kGuessAgainMs)); });
}

void Api::Impl::join_form(const HttpRequest& request, Respond respond) {
  const Entrance entrance = read_entrance(form_value(request.body, "code"));
  if (entrance.code.empty()) {
    return respond(problem_page(request, status::kBadRequest, "error.code", true));
  }
  const auto answer = [request, respond](const std::optional<log::WorkshopEntry>& found) {
    if (!found) {
      return respond(problem_page(request, status::kNotFound, "error.unknown_code", true));
    }
    HttpResponse response;
    response.status = status::kSeeOther;
    // With the key, so that the page need not wait for its answer as this form did.
    response.with("location", "/#" + link_part(found->code, found->key));
    respond(std::move(response));
  };
  find_workshop(request, entrance, answer, [request, respond] {
    auto page = problem_page(request, status::kTooManyRequests, "refusal.too_fast", true);
    respond(again_after(std::move(page), kGuessAgainMs));
  });
}

void Api::Impl::find_workshop(const HttpRequest& request, const Entrance& entrance,
                              std::function<void(std::optional<log::WorkshopEntry>)> then,
                              Refuse refuse) {
  const auto workshop = directory.find_code(entrance.code);
  auto found = workshop ? directory.find(*workshop) : std::nullopt;
  if (!entrance.key.empty()) {
    // Nobody guesses a key: who has it is never taken for somebody who guesses.
    if (found && room::key_matches(entrance.key, found->key)) return then(std::move(found));
    found.reset();
  }
  const bool right = found.has_value();
  guessed(
      request, right, [then = std::move(then), found = std::move(found)] { then(found); },
      std::move(refuse));
}

void Api::Impl::guessed(const HttpRequest& request, bool right, std::function<void()> then,
                        Refuse refuse) {
  using When = budgets::Guesses::Answer::When;
  const std::int64_t now = Loop::steady_ms();
  const auto answer = guesses.ask(request.peer, now);
  if (!right) guesses.wrong(request.peer, now);
  if (answer.when == When::now) return then();
  options.notice(ops::SecurityEvent::guessing);
  if (answer.when == When::never || answer.instead) options.met(budgets::Budget::guesses);
  if (answer.when == When::never) return refuse();
  slowed.emplace(answer.ticket, Slowed{std::move(then), std::move(refuse)});
  if (request.asker) {
    request.asker->hung_up = [weak = weak_from_this(), ticket = answer.ticket] {
      const auto self = weak.lock();
      if (!self) return;
      self->guesses.forget(ticket);
      self->slowed.erase(ticket);
    };
  }
  if (answer.instead) {
    const auto out = slowed.extract(*answer.instead);
    out.mapped().refuse();
  }
  answer_guesses();
}

void Api::Impl::answer_guesses() {
  for (const auto ticket : guesses.answer(Loop::steady_ms())) {
    const auto answered = slowed.extract(ticket);
    answered.mapped().then();
  }
  if (const auto due = guesses.due()) next_answers.at(*due, [this] { answer_guesses(); });
}

HttpResponse again_after(HttpResponse response, std::int64_t ms) {
  constexpr std::int64_t kMsPerSecond = 1000;
  return response.with("retry-after", std::to_string((ms + kMsPerSecond - 1) / kMsPerSecond));
}

HttpResponse too_fast(std::int64_t again_after_ms) {
  return again_after(error_response(status::kTooManyRequests, "too_fast"), again_after_ms);
}

}  // namespace quorate::api
