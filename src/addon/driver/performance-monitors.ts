import { Callable, Performance } from "godot";
import type { Runtime } from "../../executor";

/** What the editor's debugger shows in a graph, and `Performance.get_custom_monitor` gives. */
const monitors: { readonly [name: string]: (runtime: Runtime) => number } = {
  ready: ({ pool }) => pool.readyCount,
  waiting: ({ waitCount }) => waitCount,
  released_per_frame: ({ counters }) => counters.releasedInFrame,
  over_budget_msec: ({ counters }) => counters.overBudgetMsec,
  late_wakes: ({ counters }) => counters.lateWakes,
  tasks_total: ({ taskCount }) => taskCount,
};

/** Shows the counts of a runtime as the engine's custom monitors, in the place of another one's. */
export function addMonitors(runtime: Runtime): void {
  removeMonitors();
  for (const [name, read] of Object.entries(monitors)) {
    // By its name: Godot 4.6 has a parameter more than 4.5, which makes it another method.
    Performance.call(
      "add_custom_monitor",
      id(name),
      Callable.from(() => read(runtime)),
    );
  }
}

/** Takes the monitors away. Harmless when they aren't there. */
export function removeMonitors(): void {
  for (const name of Object.keys(monitors)) {
    if (Performance.hasCustomMonitor(id(name))) Performance.removeCustomMonitor(id(name));
  }
}

function id(name: string): string {
  return `godot_ts/${name}`;
}
