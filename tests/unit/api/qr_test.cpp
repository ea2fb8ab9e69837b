#include "server/api/qr.hpp"

#include <gtest/gtest.h>

#include "server/api/routes.hpp"

namespace quorate::api {
namespace {

// 33 modules a side, and the quiet zone of 4: four modules more than the code alone takes.
TEST(QrPictures, OfALinkWithItsKeyAreSmallForAnAddressOf37Characters) {
  const std::string address = "https://vote.borough-council.gov.wale";
  ASSERT_EQ(address.size(), 37U);
  const auto link = [](const std::string& to) {
    return to + "/#" + link_part("FHK247", "ABCDEFGHJK234567");
  };
  EXPECT_NE(qr_svg(link(address)).find("viewBox=\"0 0 41 41\""), std::string::npos);
  EXPECT_NE(qr_svg(link(address + "s")).find("viewBox=\"0 0 45 45\""), std::string::npos);
  EXPECT_NE(qr_svg(address.substr(0, 34) + "/#FHK247").find("viewBox=\"0 0 37 37\""),
            std::string::npos);
}

}  // namespace
}  // namespace quorate::api
