#include "server/net/channel/poll_queue.hpp"

#include <algorithm>
#include <utility>

namespace quorate::net {

bool PollQueue::push(room::Send message) {
  if (close_) return true;
  if (message.replaces) {
    const auto waiting = messages_.begin() + static_cast<std::ptrdiff_t>(handed_);
    const auto older = std::find_if(waiting, messages_.end(),
                                    [](const room::Send& other) { return other.replaces; });
    if (older != messages_.end()) {
      bytes_ -= room::size_of(*older);
      messages_.erase(older);
    }
  }
  if (bytes_ + room::size_of(message) > most_) return false;
  bytes_ += room::size_of(message);
  messages_.push_back(std::move(message));
  return true;
}

void PollQueue::close(std::uint16_t code, bool at_once) {
  if (close_) return;
  close_ = code;
  if (!at_once) return;
  messages_.resize(handed_);
  bytes_ = 0;
  for (const room::Send& message : messages_) bytes_ += room::size_of(message);
}

void PollQueue::received(std::uint64_t number) {
  while (handed_ > 0 && first_ <= number) {
    bytes_ -= room::size_of(messages_.front());
    messages_.pop_front();
    ++first_;
    --handed_;
  }
}

PollQueue::Batch PollQueue::hand_out() {
  Batch batch{first_, {}};
  batch.lines.reserve(bytes_ + messages_.size());
  for (const room::Send& message : messages_) {
    batch.lines.append(message.before).append(*message.message).append(message.after) += '\n';
  }
  handed_ = messages_.size();
  return batch;
}

}  // namespace quorate::net
