#include "server/net/channel/poll_queue.hpp"

#include <algorithm>
#include <utility>

namespace quorate::net {

bool PollQueue::push(room::Send message) {
  if (close_) return true;
  if (message.replaces) {
    const auto waiting = messages_.begin() + static_cast<std::ptrdiff_t>(handed_);
    const auto older = std::find_if(waiting, messages_.end(),
                                    [](const Waiting& other) { return other.message.replaces; });
    if (older != messages_.end()) {
      bytes_ -= older->size();
      messages_.erase(older);
    }
  }
  if (bytes_ + room::size_of(message) > most_) return false;
  bytes_ += room::size_of(message);
  messages_.push_back({std::move(message)});
  return true;
}

void PollQueue::close(std::uint16_t code) {
  if (!close_) close_ = code;
}

void PollQueue::close_at_once(std::uint16_t code) {
  close(code);
  messages_.clear();
  bytes_ = 0;
  handed_ = 0;
}

void PollQueue::received(std::uint64_t number) {
  while (handed_ > 0 && first_ <= number) {
    bytes_ -= messages_.front().size();
    messages_.pop_front();
    ++first_;
    --handed_;
  }
}

void PollQueue::count(budgets::Unsent::Holder& holder) {
  for (auto waiting = messages_.rbegin(); waiting != messages_.rend() && !waiting->counted;
       ++waiting) {
    const room::Send& message = waiting->message;
    waiting->counted = holder.take(message.before.size() + message.after.size(),
                                   message.message.get(), message.message->size());
  }
}

PollQueue::Batch PollQueue::hand_out() {
  Batch batch{first_, {}};
  batch.lines.reserve(bytes_ + messages_.size());
  for (const auto& [message, counted] : messages_) {
    batch.lines.append(message.before).append(*message.message).append(message.after) += '\n';
  }
  handed_ = messages_.size();
  return batch;
}

}  // namespace quorate::net
