// The words of HTTP that this folder speaks.
#pragma once

#include "server/net/http/message.hpp"
#include "server/net/http/responses.hpp"
#include "server/net/loop.hpp"

namespace quorate::api {

namespace status = net::status;

using net::HttpHeader;
using net::HttpRequest;
using net::HttpResponse;
using net::Respond;

using net::bad_message;
using net::empty_response;
using net::error_response;
using net::json_response;
using net::sentence_response;
using net::unauthorised;

using net::Loop;
using net::Timer;

}  // namespace quorate::api
