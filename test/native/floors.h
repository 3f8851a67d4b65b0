// What the engine itself costs: loops of the calls that the benchmarks make,
// timed in C++.
#pragma once

namespace foreign {

// The class Floors, a RefCounted. Each method takes how often and a Node2D, and
// returns the nanoseconds that all took, or -1 where they were not made.
void register_floors();

} // namespace foreign
