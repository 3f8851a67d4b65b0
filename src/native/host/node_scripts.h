#pragma once

#include <string>

namespace godot_ts::host {

// Where the addon keeps its copies of the scripts that libnode would read from the system. Set
// once, before Node starts.
void set_node_scripts_folder(const std::string &path);

}  // namespace godot_ts::host
