// QR pictures of an address.
#pragma once

#include <string>

namespace quorate::api {

// A square drawing without size, dark on light in any colour scheme, with the quiet zone; as text
// of an <svg> element. Empty when the text is too long for a QR picture.
std::string qr_svg(const std::string& text);

// For a terminal: two rows of modules a line, light on the terminal's own dark. Empty likewise.
std::string qr_blocks(const std::string& text);

}  // namespace quorate::api
