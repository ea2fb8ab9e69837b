#include "server/net/channel/poll_queue.hpp"

#include <algorithm>
#include <utility>

namespace quorate::net {

bool PollQueue::push(room::Message message, bool replaces) {
  if (close_) return true;
  if (replaces) {
    const auto waiting = messages_.begin() + static_cast<std::ptrdiff_t>(handed_);
    const auto older =
        std::find_if(waiting, messages_.end(), [](const Item& item) { return item.replaces; });
    if (older != messages_.end()) {
      bytes_ -= older->message->size();
      messages_.erase(older);
    }
  }
  // One message always fits: it may be a whole view.
  if (!messages_.empty() && bytes_ + message->size() > most_) return false;
  bytes_ += message->size();
  messages_.push_back({std::move(message), replaces});
  return true;
}

void PollQueue::close(std::uint16_t code, bool at_once) {
  if (close_) return;
  close_ = code;
  if (!at_once) return;
  messages_.resize(handed_);
  bytes_ = 0;
  for (const Item& item : messages_) bytes_ += item.message->size();
}

void PollQueue::received(std::uint64_t number) {
  while (handed_ > 0 && first_ <= number) {
    bytes_ -= messages_.front().message->size();
    messages_.pop_front();
    ++first_;
    --handed_;
  }
}

PollQueue::Batch PollQueue::hand_out() {
  Batch batch{first_, {}};
  for (const Item& item : messages_) {
    batch.lines += *item.message;
    batch.lines += '\n';
  }
  handed_ = messages_.size();
  return batch;
}

}  // namespace quorate::net
