// The figures that are shown of one factor.
#pragma once

#include "shared/engine/publication.hpp"
#include "shared/engine/result.hpp"
#include "shared/engine/values.hpp"

namespace quorate::engine {

// The factor must not be pending, and enough people must have answered something.
FactorFigures factor_figures(const Published& published, std::size_t factor,
                             const FactorValue& value);

}  // namespace quorate::engine
