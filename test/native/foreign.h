// Classes as any other extension brings them: a node and a RefCounted with
// members of each kind.
#pragma once

namespace foreign {

void register_foreign();

} // namespace foreign
