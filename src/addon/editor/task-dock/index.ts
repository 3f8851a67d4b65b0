export { GodotTsTaskDock } from "./debugger-plugin";
