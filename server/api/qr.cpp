#include "server/api/qr.hpp"

#include <optional>
#include <qrcodegen/qrcodegen.hpp>
#include <string_view>

namespace quorate::api {

namespace {

constexpr int kQuiet = 4;          // modules of light around it, as the standard wants
constexpr int kTerminalQuiet = 2;  // enough for phones, and an 80-column terminal is small

std::optional<qrcodegen::QrCode> encode(const std::string& text) {
  try {
    return qrcodegen::QrCode::encodeText(text.c_str(), qrcodegen::QrCode::Ecc::MEDIUM);
  } catch (const qrcodegen::data_too_long&) {
    return std::nullopt;
  }
}

}  // namespace

std::string qr_svg(const std::string& text) {
  const auto code = encode(text);
  if (!code) return "";
  const std::string side = std::to_string(code->getSize() + 2 * kQuiet);
  std::string path;
  for (int y = 0; y < code->getSize(); ++y) {
    for (int x = 0; x < code->getSize(); ++x) {
      if (!code->getModule(x, y)) continue;
      int run = 1;
      while (code->getModule(x + run, y)) ++run;
      path += "M" + std::to_string(x + kQuiet) + "," + std::to_string(y + kQuiet) + "h" +
              std::to_string(run) + "v1h-" + std::to_string(run) + "z";
      x += run;
    }
  }
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + " " + side +
         "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0,0h" + side + "v" + side +
         "h-" + side + "z\"/><path fill=\"#000\" d=\"" + path + "\"/></svg>";
}

std::string qr_blocks(const std::string& text) {
  const auto code = encode(text);
  if (!code) return "";
  const int low = -kTerminalQuiet;
  const int high = code->getSize() + kTerminalQuiet;
  std::string out;
  for (int y = low; y < high; y += 2) {
    for (int x = low; x < high; ++x) {
      const bool upper = !code->getModule(x, y);
      const bool lower = !code->getModule(x, y + 1) && y + 1 < high;
      out += upper ? (lower ? "█" : "▀") : (lower ? "▄" : " ");
    }
    out += "\n";
  }
  return out;
}

}  // namespace quorate::api
