// The built site as it lies inside the program.
#pragma once

#include <span>
#include <string_view>

namespace quorate::api {

struct EmbeddedFile {
  std::string_view name;  // relative to the site's folder: "assets/desk-C4hhX4YE.js"
  std::string_view bytes;
};

// Every file of the site's folder that the server reads, site.json among them. Empty in a program
// that was built without the site.
std::span<const EmbeddedFile> embedded_site();

}  // namespace quorate::api
