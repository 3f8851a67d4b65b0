// Calls that optimised JavaScript makes without leaving its frame (V8's Fast API).
//
// During one, JavaScript must not run: V8 does not deoptimise the caller on return, so that it would
// not see what has changed meanwhile (test/engine/direct-calls.test.ts). So only const methods are
// called like that. Even such a method may call a virtual one that somebody has written in
// JavaScript: the entries into JavaScript ask `refused` first, and the call is then made again, in
// the ordinary way.
#pragma once

namespace godot_ts::bridge {

class FastCall {
 public:
  FastCall() { active_ = true; }
  ~FastCall() {
    active_ = false;
    reentered_ = false;
  }
  FastCall(const FastCall &) = delete;
  FastCall &operator=(const FastCall &) = delete;

  // Whether the engine wanted to enter JavaScript.
  bool reentered() const { return reentered_; }

  // For every entry from the engine into JavaScript, on the main thread: it must not go on.
  static bool refused() {
    reentered_ = active_;
    return active_;
  }

 private:
  static inline bool active_ = false;
  static inline bool reentered_ = false;
};

}  // namespace godot_ts::bridge
