export type { Engine, ExportTemplates } from "./engine";
export { locateEngine } from "./locate";
