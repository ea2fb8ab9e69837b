#include "server/net/channel/outbox.hpp"

#include <algorithm>
#include <utility>

namespace quorate::net {

bool Outbox::push(std::string head, room::Message body, bool replaces, std::string tail) {
  if (ending_) return true;
  if (replaces) drop_replaced();
  Chunk chunk{std::move(head), std::move(body), std::move(tail), replaces};
  if (bytes_ + chunk.size() > most_) return false;
  bytes_ += chunk.size();
  if (chunk.size() > 0) chunks_.push_back(std::move(chunk));
  return true;
}

void Outbox::last(std::string bytes) {
  if (ending_) return;
  bytes_ += bytes.size();
  if (!bytes.empty()) chunks_.push_back(Chunk{std::move(bytes), nullptr, {}, false});
  ending_ = true;
}

void Outbox::last_at_once(std::string bytes) {
  if (ending_) return;
  const std::size_t keep = written_ > 0 ? 1 : 0;
  while (chunks_.size() > keep) {
    bytes_ -= chunks_.back().size();
    chunks_.pop_back();
  }
  last(std::move(bytes));
}

void Outbox::abandon() {
  chunks_.clear();
  bytes_ = 0;
  written_ = 0;
  ending_ = true;
}

void Outbox::count(budgets::Unsent::Holder& holder) {
  for (auto chunk = chunks_.rbegin(); chunk != chunks_.rend() && !chunk->counted; ++chunk) {
    const room::Message& body = chunk->body;
    chunk->counted =
        holder.take(chunk->head.size() + chunk->tail.size(), body.get(), body ? body->size() : 0);
  }
}

std::size_t Outbox::next(std::span<std::string_view> pieces) const {
  std::size_t count = 0;
  std::size_t skip = written_;
  const auto add = [&](std::string_view piece) {
    const std::size_t skipped = std::min(skip, piece.size());
    skip -= skipped;
    piece.remove_prefix(skipped);
    if (!piece.empty() && count < pieces.size()) pieces[count++] = piece;
  };
  for (const Chunk& chunk : chunks_) {
    if (count == pieces.size()) break;
    add(chunk.head);
    if (chunk.body) add(*chunk.body);
    add(chunk.tail);
  }
  return count;
}

void Outbox::wrote(std::size_t bytes) {
  bytes_ -= bytes;
  written_ += bytes;
  while (!chunks_.empty() && written_ >= chunks_.front().size()) {
    written_ -= chunks_.front().size();
    chunks_.pop_front();
  }
}

void Outbox::drop_replaced() {
  for (auto chunk = chunks_.begin(); chunk != chunks_.end(); ++chunk) {
    if (!chunk->replaces || begun(*chunk)) continue;
    bytes_ -= chunk->size();
    chunks_.erase(chunk);
    return;  // there is never more than one, beside one that was begun
  }
}

}  // namespace quorate::net
